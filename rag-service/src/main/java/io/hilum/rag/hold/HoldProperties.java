package io.hilum.rag.hold;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where holds are asked for.
 *
 * @param portalUrl where portal-service is
 * @param timeout how long it may take to answer
 */
@ConfigurationProperties("hilum.holds")
public record HoldProperties(@DefaultValue("http://localhost:8085") String portalUrl,
		@DefaultValue("3s") Duration timeout) {
}
