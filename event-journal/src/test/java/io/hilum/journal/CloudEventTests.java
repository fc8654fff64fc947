package io.hilum.journal;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CloudEvent}.
 */
class CloudEventTests {

	private static final CloudEvent EVENT = new CloudEvent("e1", "/rag-service", "hilum.audit.recorded.v1",
			Instant.parse("2026-01-05T08:00:00Z"));

	private static final byte[] JSON = { '{', '}' };

	@Test
	void isDescribedByHeadersBesideItsValue() {
		JournalEntry entry = EVENT.entry("hilum.audit.v1", "req-1", "00-a-b-01", JSON);
		assertThat(entry.topic()).isEqualTo("hilum.audit.v1");
		assertThat(entry.key()).isEqualTo("req-1");
		assertThat(entry.value()).isSameAs(JSON);
		assertThat(entry.headers()).isEqualTo(Map.of("ce_specversion", "1.0", "ce_id", "e1", "ce_source",
				"/rag-service", "ce_type", "hilum.audit.recorded.v1", "ce_time", "2026-01-05T08:00:00Z", "content-type",
				"application/json", "traceparent", "00-a-b-01"));
	}

	@Test
	void hasNoTraceWhereThereIsNone() {
		assertThat(EVENT.entry("hilum.audit.v1", "req-1", null, JSON).headers()).hasSize(6)
			.doesNotContainKey("traceparent");
	}

}
