/**
 * Tests of corrections.
 */
@NullMarked
package io.hilum.phi.review;

import org.jspecify.annotations.NullMarked;
