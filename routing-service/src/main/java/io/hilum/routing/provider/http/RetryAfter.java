package io.hilum.routing.provider.http;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * When a provider wants to be asked again: {@code retry-after-ms}, or {@code Retry-After}
 * in seconds or as a date (RFC 9110 section 10.2.3).
 */
final class RetryAfter {

	private static final long MAX_MILLIS = Duration.ofHours(1).toMillis();

	private RetryAfter() {
	}

	static @Nullable Duration of(HttpHeaders headers, Clock clock) {
		Duration millis = parse(headers.get("retry-after-ms"), 1);
		String value = headers.get(HttpHeaderNames.RETRY_AFTER);
		Duration told = (millis != null) ? millis : parse(value, 1000);
		return (told != null || value == null) ? told : until(value, clock);
	}

	private static @Nullable Duration until(String date, Clock clock) {
		try {
			ZonedDateTime then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
			long millis = Duration.between(clock.instant(), then).toMillis();
			return Duration.ofMillis(Math.clamp(millis, 0, MAX_MILLIS));
		}
		catch (DateTimeParseException ex) {
			return null;
		}
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
