package io.hilum.routing.catalogue.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import io.hilum.routing.catalogue.ServedTypes;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Opens the catalogue: the file that is named, or the one that is built in.
 */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

	private static final String BUILT_IN = "/hilum/routing/catalogue.yaml";

	@Bean
	LiveCatalogues catalogues(CatalogueProperties properties, Environment environment, ServedTypes served, Clock clock,
			MeterRegistry meters) throws IOException {
		byte[] first = properties.file().isBlank() ? builtIn() : Files.readAllBytes(Path.of(properties.file()));
		return new LiveCatalogues(first, new CatalogueReader(environment::getProperty, served, clock), clock, meters);
	}

	@Bean
	@ConditionalOnExpression("!'${hilum.catalogue.file:}'.isBlank()")
	FileWatch catalogueFileWatch(CatalogueProperties properties, LiveCatalogues catalogues) {
		return new FileWatch(Path.of(properties.file()), properties.poll(), catalogues);
	}

	@Bean
	CatalogueInfo catalogueInfo(LiveCatalogues catalogues) {
		return new CatalogueInfo(catalogues);
	}

	static byte[] builtIn() throws IOException {
		try (InputStream content = CatalogueConfiguration.class.getResourceAsStream(BUILT_IN)) {
			if (content == null) {
				throw new IllegalStateException(BUILT_IN + " is not on the class path");
			}
			return content.readAllBytes();
		}
	}

}
