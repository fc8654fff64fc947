package io.hilum.gateway.identity.kafka;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import io.hilum.gateway.identity.KeyRing;
import io.hilum.gateway.identity.TemporaryRoles;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/**
 * Starts the feed of keys. Readiness waits for it.
 */
@Configuration(proxyBeanMethods = false)
class KeyFeedConfiguration {

	@Bean
	KafkaKeyFeed kafkaKeyFeed(KeyRing ring, TemporaryRoles temporary, KafkaProperties kafka,
			KeyFeedProperties properties, MeterRegistry meters, Clock clock) {
		return new KafkaKeyFeed(ring, new AccessChanges(ring, temporary, meters), consumer(kafka), properties,
				new KeyLag(meters, clock));
	}

	/**
	 * Where a broker has lost what was read last, all is read again from the first change
	 * on, and what takes changes over is told.
	 */
	static Map<String, Object> consumer(KafkaProperties kafka) {
		Map<String, Object> consumer = new HashMap<>(kafka.buildConsumerProperties());
		consumer.remove(ConsumerConfig.GROUP_ID_CONFIG);
		consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
		consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		return consumer;
	}

	@Bean
	HealthIndicator keyRingHealthIndicator(KeyRing ring) {
		return () -> (ring.isComplete() ? Health.up() : Health.outOfService()).withDetail("keys", ring.size()).build();
	}

	@Bean
	@ConditionalOnBooleanProperty("hilum.kafka.create-topics")
	NewTopic accessTopic(KeyFeedProperties properties) {
		return TopicBuilder.name(properties.topic()).partitions(1).compact().build();
	}

}
