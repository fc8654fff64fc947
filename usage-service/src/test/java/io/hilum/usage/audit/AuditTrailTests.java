package io.hilum.usage.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.usage.Contracts;
import io.hilum.usage.Examples;
import io.hilum.usage.audit.chain.CanonicalJson;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.outbox.Outbox;
import io.hilum.usage.outbox.OutboxRecord;
import io.hilum.usage.problem.UsageProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link AuditTrail} and {@link AuditEvent}: both sides of the contract.
 */
class AuditTrailTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final List<OutboxRecord> stored = new ArrayList<>();

	private final AuditTrail trail = new AuditTrail(new ListedOutbox(), JSON,
			Clock.fixed(Instant.parse("2026-01-05T08:00:00.123456789Z"), ZoneOffset.UTC));

	@Test
	void writesWhatTheContractSays() {
		this.trail.allowed(caller("Admin"), "key.revoke", "key:k7m2p4").block();
		this.trail.refused(caller("Billing"), "audit.read", null, "administrator_required").block();
		this.trail.configured("key.issue", "key:bootstrap").block();
		assertThat(this.stored).hasSize(3).allSatisfy((event) -> {
			assertThat(Contracts.errors("audit-recorded-v1", event.value())).isEmpty();
			assertThat(event.topic()).isEqualTo("hilum.audit.v1");
			assertThat(event.id()).hasToString(JSON.readTree(event.value()).path("id").asString());
		});
		assertThat(this.stored.getFirst().key()).isEqualTo("req-1");
	}

	@Test
	void recordsWhomItRefuses() {
		assertThat(this.trail.requireAdministrator(caller("Admin"), "audit.read", null).block()).isNull();
		assertThat(this.stored).isEmpty();
		assertThatThrownBy(() -> this.trail.requireAdministrator(caller("Billing"), "audit.read", null).block())
			.isInstanceOf(UsageProblem.Refused.class);
		JsonNode event = JSON.readTree(this.stored.getFirst().value());
		assertThat(event.path("decision").asString()).isEqualTo("refused");
		assertThat(event.path("subject").asString()).isEqualTo("idp|somebody");
		assertThat(event.path("reason").asString()).isEqualTo("administrator_required");
	}

	@ParameterizedTest
	@ValueSource(strings = { "chat", "login-refused", "corrections-read", "disclosure" })
	void readsAllThatTheContractSays(String example) {
		JsonNode json = JSON.readTree(Examples.read("audit-recorded-v1/" + example + ".json"));
		AuditEvent event = JSON.treeToValue(json, AuditEvent.class);
		JsonNode written = JSON.valueToTree(event);
		assertThat(Contracts.errors("audit-recorded-v1", written.toString())).isEmpty();
		assertThat(((ObjectNode) written).without("time")).isEqualTo(((ObjectNode) json).without("time"));
	}

	@Test
	void keepsWhoActedForSomebodyAndEveryRoleOfALongToken() {
		ObjectNode json = (ObjectNode) JSON.readTree(Examples.read("audit-recorded-v1/chat.json"));
		ArrayNode roles = json.putArray("roles");
		IntStream.range(0, 200).forEach((i) -> roles.add("role-" + i));
		json.putArray("actors").add("agent").add("portal");
		AuditEvent event = JSON.treeToValue(json, AuditEvent.class);
		assertThat(event.roles()).hasSize(200);
		assertThat(JSON.valueToTree(event).path("actors").toString()).isEqualTo("[\"agent\",\"portal\"]");
	}

	/**
	 * It would have no place in the chain, and stop all events behind it.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "subject", "action", "reason" })
	void refusesWhatHasNoCanonicalForm(String field) {
		ObjectNode json = (ObjectNode) JSON.readTree(Examples.read("audit-recorded-v1/chat.json"));
		json.put(field, "half \uD83D");
		assertThatThrownBy(() -> JSON.treeToValue(json, AuditEvent.class)).isInstanceOf(RuntimeException.class);
		json.put(field, "whole \uD83D\uDE00");
		assertThat(CanonicalJson.write(JSON.valueToTree(JSON.treeToValue(json, AuditEvent.class)))).contains("whole");
	}

	@Test
	void refusesTextsWhereNamesBelong() {
		for (String field : List.of("subject", "reason", "resource", "model", "action", "requestId", "decision")) {
			ObjectNode json = (ObjectNode) JSON.readTree(Examples.read("audit-recorded-v1/chat.json"));
			json.put(field, "a".repeat(513));
			assertThatThrownBy(() -> JSON.treeToValue(json, AuditEvent.class)).as(field)
				.isInstanceOf(RuntimeException.class);
		}
	}

	private static Caller caller(String role) {
		return new Caller(new ServiceContext("req-1", "idp|somebody", List.of(role), "t", null, null, "operations",
				PhiState.NONE, "p1", "c1"), Set.of("Admin"));
	}

	private final class ListedOutbox implements Outbox {

		@Override
		public Mono<Void> append(OutboxRecord event) {
			return Mono.fromRunnable(() -> AuditTrailTests.this.stored.add(event));
		}

		@Override
		public Mono<Integer> relay(int limit, Function<List<OutboxRecord>, Mono<Void>> publish) {
			return Mono.just(0);
		}

	}

}
