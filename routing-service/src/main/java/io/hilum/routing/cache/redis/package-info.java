/**
 * Answers in Redis, sealed with what was asked.
 */
@NullMarked
package io.hilum.routing.cache.redis;

import org.jspecify.annotations.NullMarked;
