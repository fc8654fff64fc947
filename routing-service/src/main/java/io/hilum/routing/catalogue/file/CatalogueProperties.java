package io.hilum.routing.catalogue.file;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the catalogue is.
 *
 * @param file the path of the file, Hilum's format or LiteLLM's; blank for the one that
 * is built in
 * @param poll how often the file is looked at; a change is in force one such interval
 * later at most
 */
@ConfigurationProperties("hilum.catalogue")
record CatalogueProperties(@DefaultValue("") String file, @DefaultValue("500ms") Duration poll) {

}
