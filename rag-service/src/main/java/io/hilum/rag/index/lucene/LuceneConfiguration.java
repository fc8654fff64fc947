package io.hilum.rag.index.lucene;

import io.hilum.rag.index.IndexProperties;
import io.hilum.rag.index.PassageIndex;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The index, one thread that writes it and a few that search it.
 */
@Configuration(proxyBeanMethods = false)
class LuceneConfiguration {

	private static final int WRITE_QUEUE = 1024;

	@Bean(destroyMethod = "dispose")
	Scheduler indexWritingScheduler() {
		return Schedulers.newBoundedElastic(1, WRITE_QUEUE, "index-write");
	}

	@Bean(destroyMethod = "dispose")
	Scheduler indexSearchingScheduler(IndexProperties properties) {
		return Schedulers.newBoundedElastic(properties.threads(), properties.queue(), "index-search");
	}

	@Bean
	PassageIndex passageIndex(Scheduler indexWritingScheduler, Scheduler indexSearchingScheduler) {
		return new LucenePassageIndex(indexWritingScheduler, indexSearchingScheduler);
	}

	@Bean
	MeterBinder indexMeters(PassageIndex index) {
		return (registry) -> Gauge.builder("hilum.rag.index.passages", index, PassageIndex::size)
			.description("Passages in the index of this replica")
			.register(registry);
	}

}
