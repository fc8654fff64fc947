package io.hilum.usage.contract;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.hilum.usage.audit.AuditEvent;
import io.hilum.usage.ledger.LedgerEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ledger and chain keep whatever the contracts of their events name: what they do not
 * read is lost for good.
 */
class CompletenessTests {

	static List<Arguments> events() {
		return List.of(Arguments.of("usage-recorded-v1", LedgerEntry.class),
				Arguments.of("audit-recorded-v1", AuditEvent.class));
	}

	@ParameterizedTest
	@MethodSource("events")
	void keepsEveryFieldOfTheContract(String contract, Class<?> event) throws IOException {
		List<String> lost = new ArrayList<>();
		compare(schema(contract), event, contract, lost);
		assertThat(lost).isEmpty();
	}

	private static void compare(JsonNode schema, Type kept, String path, List<String> lost) {
		schema.path("anyOf").forEach((one) -> compare(one, kept, path, lost));
		schema.path("oneOf").forEach((one) -> compare(one, kept, path, lost));
		if (kept instanceof ParameterizedType list && schema.has("items")) {
			compare(schema.path("items"), list.getActualTypeArguments()[0], path + "[]", lost);
		}
		if (!(kept instanceof Class<?> type) || !type.isRecord()) {
			return;
		}
		schema.path("properties").propertyNames().forEach((name) -> {
			RecordComponent component = Arrays.stream(type.getRecordComponents())
				.filter((one) -> one.getName().equals(name))
				.findFirst()
				.orElse(null);
			if (component == null) {
				lost.add(path + "." + name);
			}
			else {
				compare(schema.path("properties").path(name), component.getGenericType(), path + "." + name, lost);
			}
		});
	}

	private static JsonNode schema(String name) throws IOException {
		try (InputStream in = CompletenessTests.class
			.getResourceAsStream("/contracts/events/" + name + ".schema.json")) {
			if (in == null) {
				throw new IOException(name + " is no contract");
			}
			return JsonMapper.shared().readTree(in);
		}
	}

}
