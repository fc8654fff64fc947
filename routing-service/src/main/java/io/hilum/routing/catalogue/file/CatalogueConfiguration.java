package io.hilum.routing.catalogue.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;

import io.hilum.catalogue.CatalogueSource;
import io.hilum.routing.catalogue.ServedTypes;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Opens the catalogue: the file that is named, or the one that is built in.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PriceProperties.class)
class CatalogueConfiguration {

	private static final String BUILT_IN = "/hilum/routing/catalogue.yaml";

	@Bean
	LiveCatalogues catalogues(CatalogueSource source, Environment environment, ServedTypes served, Clock clock,
			MeterRegistry meters) {
		byte[] first = source.first().orElseGet(CatalogueConfiguration::builtIn);
		return new LiveCatalogues(first,
				new CatalogueReader(environment::getProperty, served, clock, PriceBook.builtIn()), clock, meters);
	}

	@Bean
	PriceCalendar priceCalendar(LiveCatalogues catalogues, PriceProperties properties) {
		return new PriceCalendar(catalogues, properties.interval());
	}

	@Bean
	CatalogueInfo catalogueInfo(LiveCatalogues catalogues) {
		return new CatalogueInfo(catalogues);
	}

	static byte[] builtIn() {
		try (InputStream content = CatalogueConfiguration.class.getResourceAsStream(BUILT_IN)) {
			if (content == null) {
				throw new IllegalStateException(BUILT_IN + " is not on the class path");
			}
			return content.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
