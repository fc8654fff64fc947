package io.hilum.journal.spring;

import java.time.Clock;

import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalSettings;
import io.hilum.journal.kafka.KafkaRelay;
import io.hilum.journal.kafka.RelaySettings;
import io.hilum.journal.micrometer.JournalMetrics;
import org.apache.kafka.clients.producer.KafkaProducer;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The journal of a service, its way to Kafka and its meters. The service imports it and
 * says by a bean of {@link JournalSettings} where the journal is.
 */
@Configuration(proxyBeanMethods = false)
public class JournalConfiguration {

	@Bean
	EventJournal eventJournal(JournalSettings settings, Clock clock) {
		return EventJournal.open(settings, clock);
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

}
