/**
 * Limits that all replicas share, in one round trip to Redis.
 */
@NullMarked
package io.hilum.gateway.admission.redis;

import org.jspecify.annotations.NullMarked;
