package io.hilum.gateway;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

import io.hilum.trust.id.TimeOrderedIds;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/**
 * Starts gateway-service.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

	/**
	 * Start the service.
	 * @param args Spring Boot's arguments
	 */
	public static void main(String[] args) {
		application().run(args);
	}

	/**
	 * The application, ready for more properties.
	 * @return a builder that finds {@code gateway-service.yaml}
	 */
	public static SpringApplicationBuilder application() {
		return new SpringApplicationBuilder(GatewayApplication.class).properties("spring.config.name=gateway-service");
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	RandomGenerator randomGenerator() {
		return () -> ThreadLocalRandom.current().nextLong();
	}

	@Bean
	TimeOrderedIds timeOrderedIds(Clock clock, RandomGenerator random) {
		return new TimeOrderedIds(clock, random);
	}

}
