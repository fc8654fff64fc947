package io.hilum.usage.audit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.hilum.usage.Examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link Disclosure} and for the patients of {@link AuditEvent}.
 */
class DisclosureTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final ObjectNode event = (ObjectNode) JSON.readTree(text("audit-recorded-v1/disclosure.json"));

	@Test
	void saysWhoReceivedWhatAndWhy() {
		Disclosure disclosure = Objects.requireNonNull(read());
		assertThat(disclosure.recipient())
			.isEqualTo(new Disclosure.Recipient("azure-east", "eastus2", "gpt-4o-2024-11-20", "microsoft-baa"));
		assertThat(disclosure.data())
			.isEqualTo(new Disclosure.Data("RAW", "allow", Map.of("NAME", 2, "MRN", 1, "DATE", 1)));
		assertThat(disclosure.purpose()).isEqualTo("payment");
		assertThat(disclosure.sequence()).isEqualTo(7);
	}

	@Test
	void countsWhatBrokeOffOnTheWay() {
		this.event.putNull("provider").put("status", 504).put("decision", "refused");
		assertThat(read()).isNotNull();
		this.event.put("status", 499).put("decision", "allowed");
		assertThat(read()).isNotNull();
	}

	@Test
	void leavesOutWhatNeverLeft() {
		this.event.putNull("provider").put("status", 403).put("decision", "refused");
		assertThat(read()).isNull();
		this.event.put("status", 503);
		((ObjectNode) this.event.get("phi")).put("state", "NONE");
		assertThat(read()).isNull();
		this.event.putNull("phi").put("decision", "allowed");
		assertThat(read()).isNull();
		assertThat(Disclosure.of(1, "gone")).isNull();
	}

	@Test
	void takesNothingForAPatientThatMightNameOne() {
		this.event.putArray("patients").add("MRN-4711");
		assertThatThrownBy(() -> JSON.treeToValue(this.event, AuditEvent.class)).isInstanceOf(RuntimeException.class);
	}

	@Test
	void writesEventsWithoutPatientsAsBefore() {
		String chat = text("audit-recorded-v1/chat.json");
		assertThat(JSON.writeValueAsString(JSON.readValue(chat, AuditEvent.class))).doesNotContain("patients");
	}

	private @org.jspecify.annotations.Nullable Disclosure read() {
		return Disclosure.of(7, this.event.toString());
	}

	private static String text(String example) {
		return new String(Examples.read(example), StandardCharsets.UTF_8);
	}

}
