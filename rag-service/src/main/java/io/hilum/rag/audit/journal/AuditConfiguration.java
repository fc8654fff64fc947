package io.hilum.rag.audit.journal;

import java.time.Clock;

import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalSettings;
import io.hilum.journal.spring.JournalConfiguration;
import io.hilum.rag.audit.AuditLog;
import io.hilum.trust.id.TimeOrderedIds;
import org.apache.kafka.clients.admin.NewTopic;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.TopicBuilder;

/**
 * Where decisions are recorded, and the journal between.
 */
@Configuration(proxyBeanMethods = false)
@Import(JournalConfiguration.class)
class AuditConfiguration {

	@Bean
	JournalSettings journalSettings(JournalProperties properties) {
		return JournalSettings.in(properties.directory());
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
