package io.hilum.agents;

import java.time.Clock;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/**
 * Agents that are models.
 */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class AgentApplication {

	/**
	 * The application with its own configuration file.
	 * @return a builder that is ready to run
	 */
	public static SpringApplicationBuilder application() {
		return new SpringApplicationBuilder(AgentApplication.class).properties("spring.config.name=agent-service");
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

}
