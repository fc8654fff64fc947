/**
 * Claims of idempotency keys in Redis.
 */
@NullMarked
package io.hilum.routing.idempotency.redis;

import org.jspecify.annotations.NullMarked;
