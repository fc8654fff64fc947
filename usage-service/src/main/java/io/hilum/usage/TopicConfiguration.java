package io.hilum.usage;

import org.apache.kafka.common.config.TopicConfig;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes the topics where nobody else does, as in the quick start.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hilum.kafka.create-topics")
class TopicConfiguration {

	private static final int PARTITIONS = 6;

	@Bean
	KafkaAdmin.NewTopics usageTopics() {
		return new KafkaAdmin.NewTopics(TopicBuilder.name("hilum.usage.v1").partitions(PARTITIONS).build(),
				TopicBuilder.name("hilum.audit.v1").partitions(PARTITIONS).build(),
				TopicBuilder.name("hilum.provisioned.v1").partitions(1).build(),
				TopicBuilder.name("hilum.access.v1")
					.partitions(1)
					.compact()
					.config(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1")
					.build());
	}

}
