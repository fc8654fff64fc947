/**
 * Sends to Kafka and waits for the acknowledgement.
 */
@NullMarked
package io.hilum.usage.outbox.kafka;

import org.jspecify.annotations.NullMarked;
