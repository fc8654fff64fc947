package io.hilum.routing.budget.kafka;

import java.util.HashMap;
import java.util.Map;

import io.hilum.routing.budget.BudgetProperties;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/**
 * Tells of budgets on Kafka.
 */
@Configuration(proxyBeanMethods = false)
class KafkaWarningConfiguration {

	@Bean
	KafkaWarnings budgetWarnings(KafkaProperties kafka, BudgetProperties properties,
			@Value("${spring.application.name}") String service, MeterRegistry meters) {
		Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
		settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
		settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		settings.put(ProducerConfig.ACKS_CONFIG, "all");
		settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
		int patience = Math.toIntExact(properties.warningPatience().toMillis());
		settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
		settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
		settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
		return new KafkaWarnings(() -> new KafkaProducer<>(settings), properties.topic(), service,
				properties.warningPatience().multipliedBy(2), meters);
	}

	@Bean
	@ConditionalOnProperty("hilum.kafka.create-topics")
	NewTopic budgetTopic(BudgetProperties properties) {
		return TopicBuilder.name(properties.topic()).partitions(1).build();
	}

}
