/**
 * Tests of training and judging.
 */
@NullMarked
package io.hilum.phi.training.chain;

import org.jspecify.annotations.NullMarked;
