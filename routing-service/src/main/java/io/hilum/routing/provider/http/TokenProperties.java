package io.hilum.routing.provider.http;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long tokens that log in to providers are kept.
 *
 * @param margin how long before its end a token is had anew
 * @param shortest for how long a token is kept at least, however soon it ends
 * @param pause how long after a failure the next attempt may follow
 */
@ConfigurationProperties("hilum.provider.token")
public record TokenProperties(@DefaultValue("5m") Duration margin, @DefaultValue("30s") Duration shortest,
		@DefaultValue("2s") Duration pause) {

}
