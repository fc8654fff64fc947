/**
 * Tests of generated texts.
 */
@NullMarked
package io.hilum.phi.training.corpus;

import org.jspecify.annotations.NullMarked;
