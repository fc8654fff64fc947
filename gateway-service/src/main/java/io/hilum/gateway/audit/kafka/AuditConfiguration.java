package io.hilum.gateway.audit.kafka;

import io.hilum.gateway.audit.AuditLog;
import io.hilum.journal.Durability;
import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalSettings;
import io.hilum.journal.spring.JournalConfiguration;
import io.hilum.loops.EventLoops;
import org.apache.kafka.clients.admin.NewTopic;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.TopicBuilder;

/**
 * Where decisions are recorded, and the threads that write to the journal between.
 */
@Configuration(proxyBeanMethods = false)
@Import(JournalConfiguration.class)
class AuditConfiguration {

	@Bean
	JournalSettings journalSettings(JournalProperties properties) {
		return properties.settings();
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
