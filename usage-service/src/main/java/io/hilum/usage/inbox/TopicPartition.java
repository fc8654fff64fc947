package io.hilum.usage.inbox;

/**
 * One partition of one life of a topic. A topic that was deleted and made anew has
 * another id, so what was read of the old one says nothing about it.
 *
 * @param topic the name of the topic
 * @param topicId the id that the broker gave it
 * @param partition the number of the partition
 */
public record TopicPartition(String topic, String topicId, int partition) {
}
