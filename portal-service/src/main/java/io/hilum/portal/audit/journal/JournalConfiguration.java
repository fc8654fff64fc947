package io.hilum.portal.audit.journal;

import java.time.Clock;

import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalSettings;
import io.hilum.journal.kafka.KafkaRelay;
import io.hilum.journal.kafka.RelaySettings;
import io.hilum.journal.micrometer.JournalMetrics;
import io.hilum.portal.audit.AuditLog;
import io.hilum.trust.id.TimeOrderedIds;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/**
 * The journal of this service and its way to Kafka.
 */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

	@Bean
	EventJournal eventJournal(JournalProperties properties, Clock clock) {
		return EventJournal.open(JournalSettings.in(properties.directory()), clock);
	}

	@Bean
	KafkaRelay kafkaRelay(EventJournal journal, KafkaProperties kafka) {
		return KafkaRelay.start(journal,
				() -> new KafkaProducer<>(KafkaRelay.producerProperties(kafka.buildProducerProperties())),
				RelaySettings.DEFAULTS);
	}

	@Bean
	JournalMetrics journalMetrics(EventJournal journal, Clock clock) {
		return new JournalMetrics(journal, clock);
	}

	@Bean
	AuditLog auditLog(EventJournal journal, JsonMapper json, TimeOrderedIds ids, Clock clock) {
		return new JournalAuditLog(journal, json, ids, clock);
	}

	@Bean
	@ConditionalOnProperty("hilum.kafka.create-topics")
	NewTopic auditTopic() {
		return TopicBuilder.name(JournalAuditLog.TOPIC).build();
	}

}
