package io.hilum.rag;

import java.security.SecureRandom;
import java.time.Clock;

import io.hilum.trust.id.TimeOrderedIds;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/**
 * Documents in, passages out.
 */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class RagApplication {

	/**
	 * The application with its own configuration file.
	 * @return a builder that is ready to run
	 */
	public static SpringApplicationBuilder application() {
		return new SpringApplicationBuilder(RagApplication.class).properties("spring.config.name=rag-service");
	}

	/**
	 * Start the service.
	 * @param args options as Spring Boot reads them
	 */
	public static void main(String[] args) {
		application().run(args);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	TimeOrderedIds timeOrderedIds(Clock clock) {
		return new TimeOrderedIds(clock, new SecureRandom());
	}

}
