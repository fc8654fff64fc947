package io.hilum.routing.topic.kafka;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.Test;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TopicReader}.
 */
class TopicReaderTests {

	@Test
	void isToldWhereABrokerHasLostItsPlace() {
		KafkaProperties kafka = new KafkaProperties();
		kafka.getConsumer().setGroupId("somebody");
		kafka.getConsumer().setAutoOffsetReset("latest");
		assertThat(TopicReader.settings(kafka)).containsEntry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none")
			.containsEntry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false)
			.doesNotContainKey(ConsumerConfig.GROUP_ID_CONFIG);
	}

}
