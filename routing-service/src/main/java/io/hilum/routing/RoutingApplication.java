package io.hilum.routing;

import java.time.Clock;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/**
 * Chooses the deployment of a model, calls it, and accounts for it. The only service that
 * calls out of the house, and it never needs to know a patient.
 */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class RoutingApplication {

	/**
	 * The application, ready to be given more properties and run.
	 * @return the builder
	 */
	public static SpringApplicationBuilder application() {
		return new SpringApplicationBuilder(RoutingApplication.class).properties("spring.config.name=routing-service");
	}

	/**
	 * Run the service.
	 * @param arguments command line arguments
	 */
	public static void main(String[] arguments) {
		application().run(arguments);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
