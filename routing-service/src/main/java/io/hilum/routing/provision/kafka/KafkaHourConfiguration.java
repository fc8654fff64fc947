package io.hilum.routing.provision.kafka;

import io.hilum.routing.provision.HourTeller;
import io.hilum.routing.provision.ProvisionProperties;
import io.hilum.routing.topic.kafka.TopicWriter;
import org.apache.kafka.clients.admin.NewTopic;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/**
 * Tells of hours on Kafka. They pass no journal, since they are told again after a start,
 * and so a topic that is not there holds up no usage.
 */
@Configuration(proxyBeanMethods = false)
class KafkaHourConfiguration {

	private static final String TYPE = "hilum.provisioned.hour.v1";

	@Bean(destroyMethod = "close")
	TopicWriter provisionedTopicWriter(KafkaProperties kafka, ProvisionProperties properties,
			@Value("${spring.application.name}") String service) {
		return new TopicWriter(TopicWriter.producers(kafka, properties.patience()), properties.topic(), service,
				properties.patience().multipliedBy(2));
	}

	@Bean
	HourTeller hourTeller(TopicWriter provisionedTopicWriter) {
		return (hour) -> provisionedTopicWriter.write(hour.deployment().id(), hour.id(), TYPE,
				ProvisionedHourJson.end(hour), ProvisionedHourJson.of(hour));
	}

	@Bean
	@ConditionalOnProperty("hilum.kafka.create-topics")
	NewTopic provisionedTopic(ProvisionProperties properties) {
		return TopicBuilder.name(properties.topic()).partitions(1).build();
	}

}
