package io.hilum.rag.collection;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How keys of collections follow the master key.
 *
 * @param interval how often it is looked for keys that another master key wraps
 */
@ConfigurationProperties("hilum.encryption.renewal")
record RenewalProperties(@DefaultValue("10m") Duration interval) {

}
