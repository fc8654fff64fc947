package io.hilum.routing.budget.kafka;

import io.hilum.routing.budget.BudgetProperties;
import io.hilum.routing.topic.kafka.TopicWriter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;

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
		return new KafkaWarnings(new TopicWriter(TopicWriter.producers(kafka, properties.warningPatience()),
				properties.topic(), service, properties.warningPatience().multipliedBy(2)), meters);
	}

	@Bean
	@ConditionalOnProperty("hilum.kafka.create-topics")
	NewTopic budgetTopic(BudgetProperties properties) {
		return TopicBuilder.name(properties.topic()).partitions(1).build();
	}

}
