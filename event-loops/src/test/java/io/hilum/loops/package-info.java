/**
 * Tests of the event loops.
 */
@NullMarked
package io.hilum.loops;

import org.jspecify.annotations.NullMarked;
