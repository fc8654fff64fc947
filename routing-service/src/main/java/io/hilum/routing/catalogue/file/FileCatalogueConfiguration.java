package io.hilum.routing.catalogue.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Catalogues;
import io.hilum.routing.catalogue.ServedTypes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Takes the catalogue from its file, or the one that is built in.
 */
@Configuration(proxyBeanMethods = false)
class FileCatalogueConfiguration {

	private static final String BUILT_IN = "/hilum/routing/catalogue.yaml";

	@Bean
	Catalogues catalogues(CatalogueProperties properties, Environment environment, ServedTypes served)
			throws IOException {
		CatalogueReader reader = new CatalogueReader(environment::getProperty, served);
		if (!properties.file().isBlank()) {
			return new FileCatalogues(Path.of(properties.file()), properties.poll(), reader);
		}
		Catalogue builtIn = FileCatalogues.announce(reader.read(builtIn()));
		return () -> builtIn;
	}

	static byte[] builtIn() throws IOException {
		try (InputStream content = FileCatalogueConfiguration.class.getResourceAsStream(BUILT_IN)) {
			if (content == null) {
				throw new IllegalStateException(BUILT_IN + " is not on the class path");
			}
			return content.readAllBytes();
		}
	}

}
