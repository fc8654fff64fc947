/**
 * Tests of hidden forms of text.
 */
@NullMarked
package io.hilum.phi.reading;

import org.jspecify.annotations.NullMarked;
