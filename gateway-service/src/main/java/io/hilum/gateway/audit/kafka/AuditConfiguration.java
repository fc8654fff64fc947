package io.hilum.gateway.audit.kafka;

import java.time.Clock;

import io.hilum.gateway.audit.AuditLog;
import io.hilum.journal.Durability;
import io.hilum.journal.EventJournal;
import io.hilum.journal.kafka.KafkaRelay;
import io.hilum.journal.kafka.RelaySettings;
import io.hilum.journal.micrometer.JournalMetrics;
import io.hilum.loops.EventLoops;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/**
 * The journal, its threads and its way to Kafka.
 */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

	@Bean
	EventJournal eventJournal(JournalProperties properties, Clock clock) {
		return EventJournal.open(properties.settings(), clock);
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

	/**
	 * A record is some hundred bytes for the page cache, which an event loop hands over
	 * as quickly as it would hand them to another thread. It does not wait for the disk.
	 */
	@Bean
	Scheduler journalWriters(JournalProperties properties) {
		if (properties.durability() != Durability.EACH) {
			return Schedulers.immediate();
		}
		return Schedulers.newBoundedElastic(properties.writers(), properties.maxWaiting(), "journal-writer");
	}

	@Bean
	AuditLog auditLog(EventJournal journal, Scheduler journalWriters, EventLoops loops) {
		return new KafkaAuditLog(journal, journalWriters, loops);
	}

	@Bean
	HealthIndicator journalHealthIndicator(EventJournal journal) {
		return () -> (journal.healthy() ? Health.up() : Health.outOfService()).build();
	}

	@Bean
	@ConditionalOnBooleanProperty("hilum.kafka.create-topics")
	NewTopic auditTopic() {
		return TopicBuilder.name(KafkaAuditLog.TOPIC).partitions(3).build();
	}

}
