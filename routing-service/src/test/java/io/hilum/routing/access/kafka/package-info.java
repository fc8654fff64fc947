/**
 * Tests of the access topic on a real Kafka.
 */
@NullMarked
package io.hilum.routing.access.kafka;

import org.jspecify.annotations.NullMarked;
