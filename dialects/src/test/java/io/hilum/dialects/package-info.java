/**
 * Tests of the module as a whole.
 */
@NullMarked
package io.hilum.dialects;

import org.jspecify.annotations.NullMarked;
