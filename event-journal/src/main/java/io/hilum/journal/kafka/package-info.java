/**
 * The way from the journal to Kafka.
 */
@NullMarked
package io.hilum.journal.kafka;

import org.jspecify.annotations.NullMarked;
