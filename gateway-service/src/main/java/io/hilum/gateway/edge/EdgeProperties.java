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
 * @param headTimeout how long the head of a request may take from its first byte
 * @param readTimeout how long a client may pause within a body
 * @param requestTimeout how long a client may take for a whole body
 * @param stallTimeout how long a client may take nothing of what waits for it
 * @param maxUpload the largest body that is passed on to another service
 */
@ConfigurationProperties("hilum.edge")
record EdgeProperties(@DefaultValue List<String> allowedOrigins, @DefaultValue("10m") Duration preflightAge,
		@DefaultValue("10s") Duration headTimeout, @DefaultValue("10s") Duration readTimeout,
		@DefaultValue("60s") Duration requestTimeout, @DefaultValue("60s") Duration stallTimeout,
		@DefaultValue("64MB") DataSize maxUpload) {
}
