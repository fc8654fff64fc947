package io.hilum.gateway.edge;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The edge of the gateway.
 *
 * @param allowedOrigins origins of web pages that may call the gateway; none by default
 * @param preflightAge how long a browser may remember that
 * @param maxUpload the largest body that is passed on to another service
 */
@ConfigurationProperties("hilum.edge")
record EdgeProperties(@DefaultValue List<String> allowedOrigins, @DefaultValue("10m") Duration preflightAge,
		@DefaultValue("64MB") DataSize maxUpload) {
}
