/**
 * Tests of how answers lie in Redis.
 */
@NullMarked
package io.hilum.routing.cache.redis;

import org.jspecify.annotations.NullMarked;
