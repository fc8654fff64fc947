package io.hilum.usage;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The service that keeps the ledger, the accounts and the evidence.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class UsageApplication {

	/**
	 * Start the service.
	 * @param args properties, such as {@code --server.port=8083}
	 */
	public static void main(String[] args) {
		application().run(args);
	}

	/**
	 * The application, preset with the name of its one configuration file.
	 * @return a builder that takes further properties
	 */
	public static SpringApplicationBuilder application() {
		return new SpringApplicationBuilder(UsageApplication.class).properties("spring.config.name=usage-service");
	}

}
