/**
 * Tests of Redis from event loops.
 */
@NullMarked
package io.hilum.loops.redis;

import org.jspecify.annotations.NullMarked;
