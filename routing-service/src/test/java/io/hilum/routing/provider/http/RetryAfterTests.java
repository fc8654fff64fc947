package io.hilum.routing.provider.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryAfter}.
 */
class RetryAfterTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "7|PT7S", "0.25|PT0.25S", "0|PT0S", "99999|PT1H", "Mon, 05 Jan 2026 10:00:30 GMT|PT30S",
					"Mon, 05 Jan 2026 09:00:00 GMT|PT0S", "Tue, 06 Jan 2026 09:00:00 GMT|PT1H" })
	void readsSecondsAndDates(String value, Duration pause) {
		HttpHeaders headers = new DefaultHttpHeaders().set("Retry-After", value);
		assertThat(RetryAfter.of(headers, CLOCK)).isEqualTo(pause);
		assertThat(RetryAfter.of(headers.set("retry-after-ms", "20"), CLOCK)).isEqualTo(Duration.ofMillis(20));
	}

	@ParameterizedTest
	@CsvSource({ "-1", "soon", "''", "NaN" })
	void passesOverWhatSaysNothing(String value) {
		assertThat(RetryAfter.of(new DefaultHttpHeaders().set("Retry-After", value), CLOCK)).isNull();
	}

}
