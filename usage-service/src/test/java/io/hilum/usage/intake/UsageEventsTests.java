package io.hilum.usage.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.hilum.usage.Contracts;
import io.hilum.usage.Examples;
import io.hilum.usage.ledger.LedgerEntry;
import io.hilum.usage.ledger.LedgerFixtures;
import io.hilum.usage.ledger.LedgerProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link UsageEvents}: the contract's examples can be read, and nothing else.
 */
class UsageEventsTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final UsageEvents events = new UsageEvents(JSON,
			new LedgerProperties(3, Duration.ofDays(1096), Duration.ofDays(1)),
			Clock.fixed(Instant.parse("2026-01-05T09:00:00Z"), ZoneOffset.UTC));

	@ParameterizedTest
	@ValueSource(strings = { "stream", "crashed" })
	void keepsAllThatTheContractSays(String example) {
		byte[] json = Examples.read("usage-recorded-v1/" + example + ".json");
		LedgerEntry entry = this.events.read(json);
		String written = JSON.writeValueAsString(entry);
		assertThat(Contracts.errors("usage-recorded-v1", written)).isEmpty();
		assertThat(withoutTime(JSON.readTree(written))).isEqualTo(withoutTime(JSON.readTree(json)));
		assertThat(entry.time()).isEqualTo(Instant.parse(JSON.readTree(json).path("time").asString()));
	}

	@Test
	void toleratesAndForgetsFieldsItDoesNotKnow() {
		ObjectNode event = LedgerFixtures.event((tree) -> tree.put("prompt", "Irma Peterhoff"));
		assertThat(JSON.writeValueAsString(read(event))).doesNotContain("Irma");
	}

	@Test
	void refusesEventsWithoutWhatTheContractRequires() {
		for (String field : List.copyOf(LedgerFixtures.event((tree) -> {
		}).propertyNames())) {
			ObjectNode missing = LedgerFixtures.event((tree) -> tree.remove(field));
			if (Contracts.errors("usage-recorded-v1", LedgerFixtures.event((tree) -> tree.putNull(field)).toString())
				.isEmpty()) {
				continue;
			}
			assertThatThrownBy(() -> read(missing)).as(field).isInstanceOf(RuntimeException.class);
		}
	}

	@Test
	void refusesTimesThatNoClockShowed() {
		for (String time : List.of("1999-12-31T00:00:00Z", "2022-01-01T00:00:00Z", "2026-01-07T00:00:00Z",
				"+292278994-08-17T07:12:55Z")) {
			assertThatThrownBy(() -> read(LedgerFixtures.event((tree) -> tree.put("time", time)))).as(time)
				.isInstanceOf(RuntimeException.class);
		}
		assertThat(read(LedgerFixtures.event((tree) -> tree.put("time", "2026-01-05T23:00:00Z"))).team())
			.isEqualTo("cardiology");
	}

	@Test
	void refusesTextsWhereNamesBelong() {
		String text = "a".repeat(513);
		for (String field : List.of("subject", "team", "requestedModel", "errorCode", "application", "requestId")) {
			assertThatThrownBy(() -> read(LedgerFixtures.event((tree) -> tree.put(field, text)))).as(field)
				.isInstanceOf(RuntimeException.class);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "{}", "\"text\"", "{\"id\":1}", "{" })
	void refusesWhatIsNoEvent(String json) {
		assertThatThrownBy(() -> this.events.read(json.getBytes(StandardCharsets.UTF_8)))
			.isInstanceOf(RuntimeException.class);
	}

	private LedgerEntry read(ObjectNode event) {
		return this.events.read(event.toString().getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Times are compared as times, and a latency that is null says what one that is left
	 * out says.
	 */
	private static JsonNode withoutTime(JsonNode tree) {
		tree.path("decision").path("candidates").forEach((candidate) -> {
			if (candidate.path("latencyMillis").isNull()) {
				((ObjectNode) candidate).remove("latencyMillis");
			}
		});
		return ((ObjectNode) tree).without("time");
	}

}
