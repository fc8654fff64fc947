package io.hilum.routing.metering.journal;

import java.time.Clock;
import java.util.Map;

import io.hilum.journal.Durability;
import io.hilum.journal.EventJournal;
import io.hilum.journal.kafka.KafkaRelay;
import io.hilum.journal.kafka.RelaySettings;
import io.hilum.journal.micrometer.JournalMetrics;
import io.hilum.loops.EventLoops;
import io.hilum.routing.budget.KnownEndings;
import io.hilum.routing.metering.UsageReporter;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/**
 * Opens the journal and publishes what it holds.
 */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

	@Bean
	RecollectedCosts recollectedCosts(MeteringProperties properties) {
		return new RecollectedCosts(properties.rememberedEndings());
	}

	@Bean
	EventJournal journal(MeteringProperties properties, Clock clock, RecollectedCosts costs) {
		return EventJournal.open(properties.settings(), clock, costs);
	}

	@Bean
	KnownEndings knownEndings(EventJournal journal, RecollectedCosts costs) {
		return new JournalEndings(journal, costs);
	}

	@Bean
	KafkaRelay relay(EventJournal journal, KafkaProperties kafka, MeteringProperties properties) {
		Map<String, Object> settings = KafkaRelay.producerProperties(kafka.buildProducerProperties());
		RelaySettings defaults = RelaySettings.DEFAULTS;
		return KafkaRelay.start(journal, () -> new KafkaProducer<>(settings), new RelaySettings(defaults.maxInFlight(),
				defaults.backOff(), defaults.maxBackOff(), properties.drain(), defaults.gather()));
	}

	/**
	 * A record is some hundred bytes for the page cache, which an event loop hands over
	 * itself. It does not wait for the disk.
	 */
	@Bean
	Scheduler journalWriters(MeteringProperties properties) {
		if (properties.durability() != Durability.EACH) {
			return Schedulers.immediate();
		}
		return Schedulers.newBoundedElastic(properties.writers(), properties.maxWaiting(), "journal-writer");
	}

	@Bean
	UsageReporter usageReporter(EventJournal journal, MeteringProperties properties, Scheduler journalWriters,
			EventLoops loops, @Value("${spring.application.name}") String service) {
		Mono<Void> forced = (properties.durability() == Durability.EACH)
				? loops.comeBack(Mono.<Void>fromRunnable(journal::force).subscribeOn(journalWriters)) : Mono.empty();
		return new JournalUsageReporter(journal, properties.topic(), service, forced);
	}

	@Bean
	JournalMetrics journalMetrics(EventJournal journal, Clock clock) {
		return new JournalMetrics(journal, clock);
	}

	@Bean
	HealthIndicator journalHealthIndicator(EventJournal journal) {
		return () -> (journal.healthy() ? Health.up() : Health.outOfService())
			.withDetail("pendingEntries", journal.state().pendingEntries())
			.build();
	}

	@Bean
	@ConditionalOnProperty("hilum.kafka.create-topics")
	NewTopic usageTopic(MeteringProperties properties) {
		return TopicBuilder.name(properties.topic()).partitions(6).build();
	}

}
