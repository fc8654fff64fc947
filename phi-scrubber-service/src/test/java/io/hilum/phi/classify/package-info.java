/**
 * Tests of windows, labels and what counts of them, with a classifier made by hand.
 */
@NullMarked
package io.hilum.phi.classify;

import org.jspecify.annotations.NullMarked;
