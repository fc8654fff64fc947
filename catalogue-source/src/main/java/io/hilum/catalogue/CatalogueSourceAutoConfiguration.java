package io.hilum.catalogue;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Follows the file of the catalogue for the service that has a {@link CatalogueIntake}.
 */
@AutoConfiguration
@EnableConfigurationProperties(CatalogueProperties.class)
public class CatalogueSourceAutoConfiguration {

	@Bean
	CatalogueSource catalogueSource(CatalogueProperties properties) {
		return new CatalogueSource(properties);
	}

	@Bean
	Changes catalogueChanges(CatalogueSource source, CatalogueIntake intake) {
		return new Changes(source.first().orElse(null), intake);
	}

	@Bean
	FileWatch catalogueFileWatch(CatalogueSource source, CatalogueProperties properties, Changes changes) {
		return new FileWatch(source, properties.watchInterval(), changes);
	}

}
