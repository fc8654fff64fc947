package io.hilum.phi;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;

/**
 * Starts phi-scrubber-service.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
@ConfigurationPropertiesScan
public class PhiScrubberApplication {

	/**
	 * The application with its own configuration file, for who starts it among others.
	 * @return the builder
	 */
	public static SpringApplicationBuilder application() {
		return new SpringApplicationBuilder(PhiScrubberApplication.class)
			.properties("spring.config.name=phi-scrubber-service");
	}

	static void main(String[] args) {
		application().run(args);
	}

}
