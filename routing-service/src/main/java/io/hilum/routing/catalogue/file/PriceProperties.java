package io.hilum.routing.catalogue.file;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How prices change.
 *
 * @param interval how often it is looked whether prices of a new day are in force
 */
@ConfigurationProperties("hilum.prices")
record PriceProperties(@DefaultValue("1m") Duration interval) {

}
