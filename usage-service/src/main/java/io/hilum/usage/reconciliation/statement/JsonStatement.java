package io.hilum.usage.reconciliation.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages of JSON, one after the other in a file.
 */
final class JsonStatement {

	private static final JsonMapper JSON = JsonMapper.shared();

	private JsonStatement() {
	}

	static List<JsonNode> documents(byte[] content) {
		try (MappingIterator<JsonNode> documents = JSON.readerFor(JsonNode.class).readValues(content)) {
			return documents.readAll();
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("expected JSON", ex);
		}
	}

	/**
	 * The results of each bucket of time.
	 */
	static List<Bucket> buckets(byte[] content, String start) {
		List<Bucket> buckets = new ArrayList<>();
		for (JsonNode document : documents(content)) {
			for (JsonNode bucket : document.path("data")) {
				LocalDate day = day(bucket.path(start));
				bucket.path("results").forEach((result) -> buckets.add(new Bucket(day, result)));
			}
		}
		return buckets;
	}

	private static LocalDate day(JsonNode start) {
		try {
			return start.isNumber() ? LocalDate.ofInstant(Instant.ofEpochSecond(start.asLong()), ZoneOffset.UTC)
					: LocalDate.ofInstant(OffsetDateTime.parse(start.asString()).toInstant(), ZoneOffset.UTC);
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException("expected a time where a bucket begins", ex);
		}
	}

	record Bucket(LocalDate day, JsonNode result) {

		long number(String name) {
			return this.result.path(name).asLong(0);
		}

		String text(String name) {
			return this.result.path(name).asString("");
		}

	}

}
