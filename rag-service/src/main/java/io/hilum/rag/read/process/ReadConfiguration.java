package io.hilum.rag.read.process;

import io.hilum.rag.read.DocumentReader;
import io.hilum.rag.read.ReadProperties;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The reader and the threads that wait for its processes.
 */
@Configuration(proxyBeanMethods = false)
class ReadConfiguration {

	private static final int QUEUE = 64;

	@Bean(destroyMethod = "dispose")
	Scheduler readingScheduler(ReadProperties properties) {
		return Schedulers.newBoundedElastic(properties.processes(), QUEUE, "reading");
	}

	@Bean
	DocumentReader documentReader(ReadProperties properties, Scheduler readingScheduler) {
		return new ProcessReader(new ReaderLaunch(properties), readingScheduler);
	}

}
