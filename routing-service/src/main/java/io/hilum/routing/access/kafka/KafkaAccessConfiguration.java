package io.hilum.routing.access.kafka;

import java.util.HashMap;
import java.util.Map;

import io.hilum.routing.budget.Budgets;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/**
 * Hears of budgets from Kafka.
 */
@Configuration(proxyBeanMethods = false)
class KafkaAccessConfiguration {

	@Bean
	KafkaAccessReader accessReader(KafkaProperties kafka, AccessProperties properties, Budgets budgets) {
		Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
		settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
		settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
		return new KafkaAccessReader(() -> new KafkaConsumer<>(settings), properties, budgets);
	}

	@Bean
	@ConditionalOnProperty("hilum.kafka.create-topics")
	NewTopic accessTopic(AccessProperties properties) {
		return TopicBuilder.name(properties.topic()).partitions(1).compact().build();
	}

}
