package io.hilum.trust.seal.spring;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How keys that are stored follow the key that wraps them.
 *
 * @param interval how often it is looked for keys that a former key has wrapped
 */
@ConfigurationProperties("hilum.encryption.renewal")
public record RenewalProperties(@DefaultValue("10m") Duration interval) {

}
