/**
 * Tests for runs in Redis.
 */
@NullMarked
package io.hilum.agents.run.redis;

import org.jspecify.annotations.NullMarked;
