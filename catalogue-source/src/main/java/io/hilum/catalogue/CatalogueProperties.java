package io.hilum.catalogue;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the catalogue is.
 *
 * @param file the path of the file, in Hilum's form or in LiteLLM's; blank for none
 * @param watchInterval how often the file is looked at; a change is in force one such
 * interval later at most
 * @param maxSize the largest file that is read
 */
@ConfigurationProperties("hilum.catalogue")
record CatalogueProperties(@DefaultValue("") String file, @DefaultValue("500ms") Duration watchInterval,
		@DefaultValue("4MB") DataSize maxSize) {

}
