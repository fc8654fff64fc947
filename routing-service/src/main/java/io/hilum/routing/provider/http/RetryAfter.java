package io.hilum.routing.provider.http;

import java.time.Duration;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * When a provider wants to be asked again: {@code retry-after-ms}, or {@code Retry-After}
 * in seconds (RFC 9110 section 10.2.3; its form as a date is not used by any provider).
 */
final class RetryAfter {

	private static final long MAX_MILLIS = Duration.ofHours(1).toMillis();

	private RetryAfter() {
	}

	static @Nullable Duration of(HttpHeaders headers) {
		Duration millis = parse(headers.get("retry-after-ms"), 1);
		return (millis != null) ? millis : parse(headers.get(HttpHeaderNames.RETRY_AFTER), 1000);
	}

	private static @Nullable Duration parse(@Nullable String value, int unitMillis) {
		if (value == null) {
			return null;
		}
		try {
			double millis = Double.parseDouble(value) * unitMillis;
			return (millis >= 0) ? Duration.ofMillis((long) Math.min(millis, MAX_MILLIS)) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

}
