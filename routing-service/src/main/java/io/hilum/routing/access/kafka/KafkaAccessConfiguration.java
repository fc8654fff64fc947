package io.hilum.routing.access.kafka;

import io.hilum.routing.budget.Budgets;
import io.hilum.routing.topic.kafka.TopicReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;

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
	TopicReader accessReader(KafkaProperties kafka, AccessProperties properties, Budgets budgets,
			MeterRegistry meters) {
		Gauge.builder("hilum.budget.unreadable", budgets, Budgets::lost)
			.description("Budgets of which a change could not be read; what they pay for is refused")
			.register(meters);
		return new TopicReader(TopicReader.consumers(kafka), properties.topic(), properties.retryPause(),
				new AccessTopicListener(budgets));
	}

	@Bean
	@ConditionalOnProperty("hilum.kafka.create-topics")
	NewTopic accessTopic(AccessProperties properties) {
		return TopicBuilder.name(properties.topic()).partitions(1).compact().build();
	}

}
