package io.hilum.routing.health.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.hilum.routing.health.HealthBoard;
import io.hilum.routing.topic.kafka.TopicReader;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/**
 * Lets replicas share what they find out.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hilum.health.shared.enabled", matchIfMissing = true)
class KafkaHealthConfiguration {

	private static final String HOUR = Long.toString(3_600_000);

	private final String replica = UUID.randomUUID().toString();

	@Bean
	KafkaHealthTeller healthTeller(KafkaProperties kafka, SharedHealthProperties properties,
			@Value("${spring.application.name}") String service) {
		Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
		settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
		settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
		settings.put(ProducerConfig.ACKS_CONFIG, "1");
		settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
		settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1000);
		settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2000);
		settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3000);
		return new KafkaHealthTeller(() -> new KafkaProducer<>(settings), properties, service, this.replica);
	}

	@Bean
	TopicReader healthReader(KafkaProperties kafka, SharedHealthProperties properties, HealthBoard health) {
		return new TopicReader(TopicReader.consumers(kafka), properties.topic(), properties.retryPause(),
				new HealthTopicListener(properties.topic(), this.replica, health::hear));
	}

	@Bean
	@ConditionalOnProperty("hilum.kafka.create-topics")
	NewTopic healthTopic(SharedHealthProperties properties) {
		return TopicBuilder.name(properties.topic())
			.partitions(1)
			.config(TopicConfig.CLEANUP_POLICY_CONFIG,
					TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE)
			.config(TopicConfig.RETENTION_MS_CONFIG, HOUR)
			.build();
	}

}
