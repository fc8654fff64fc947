/**
 * Tests of the training as a whole.
 */
@NullMarked
package io.hilum.phi.training;

import org.jspecify.annotations.NullMarked;
