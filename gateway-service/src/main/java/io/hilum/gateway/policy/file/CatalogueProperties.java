package io.hilum.gateway.policy.file;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the catalogue is.
 *
 * @param file the file, in Hilum's form or in LiteLLM's
 * @param watchInterval how often the file is looked at for a change
 * @param maxSize the largest file that is read
 */
@ConfigurationProperties("hilum.catalogue")
record CatalogueProperties(Path file, @DefaultValue("500ms") Duration watchInterval,
		@DefaultValue("4MB") DataSize maxSize) {

	CatalogueProperties {
		if (file == null || file.toString().isBlank()) {
			throw new IllegalArgumentException("hilum.catalogue.file (HILUM_CATALOGUE) must name the catalogue");
		}
	}

}
