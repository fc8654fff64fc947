/**
 * Tests of what replicas tell each other.
 */
@NullMarked
package io.hilum.routing.health.kafka;

import org.jspecify.annotations.NullMarked;
