package io.hilum.usage.inbox.kafka;

import java.util.Objects;

import org.springframework.kafka.core.KafkaAdmin;

/**
 * Asks the broker which life of a topic this is.
 */
class TopicIds {

	private final KafkaAdmin admin;

	TopicIds(KafkaAdmin admin) {
		this.admin = admin;
	}

	String idOf(String topic) {
		return Objects.requireNonNull(this.admin.describeTopics(topic).get(topic), topic).topicId().toString();
	}

}
