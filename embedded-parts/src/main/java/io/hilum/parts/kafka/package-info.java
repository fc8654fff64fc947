/**
 * Kafka (KRaft, one node) as a process of this machine.
 */
@NullMarked
package io.hilum.parts.kafka;

import org.jspecify.annotations.NullMarked;
