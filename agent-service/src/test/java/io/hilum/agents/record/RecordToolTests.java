package io.hilum.agents.record;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.agents.evidence.Identity;
import io.hilum.agents.evidence.Source;
import io.hilum.agents.mandate.Mandate;
import io.hilum.agents.mandate.RecordAccess;
import io.hilum.agents.model.ToolCall;
import io.hilum.agents.tool.ToolOutcome;
import io.hilum.agents.tool.ToolUse;
import io.hilum.agents.tool.Toolbox;
import io.hilum.agents.tool.Toolboxes;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RecordTool}.
 */
class RecordToolTests {

	private static final String NAME = "read_observations";

	private static final RecordAccess ACCESS = new RecordAccess(PhiText.of("964741"), PhiText.of("token"));

	private static final RecordProperties PROPERTIES = new RecordProperties(3, 60,
			Map.of("Clinician", Set.of(RecordKind.OBSERVATION), "Billing", Set.of(RecordKind.CLAIM)));

	private final ScriptedRecord record = new ScriptedRecord();

	private final Aliases aliases = new Aliases();

	private final Toolbox toolbox = Toolboxes
		.of(List.of(new RecordTool(RecordKind.OBSERVATION, this.record, PROPERTIES, this.aliases)));

	@Test
	void isThereForWhoMayReadAndOpenedARecord() {
		assertThat(this.toolbox.available(List.of(NAME), use("Clinician", ACCESS))).containsExactly(NAME);
		assertThat(this.toolbox.available(List.of(NAME), use("Billing", ACCESS))).isEmpty();
		assertThat(this.toolbox.available(List.of(NAME), use("Researcher", ACCESS))).isEmpty();
		assertThat(this.toolbox.available(List.of(NAME), use("Clinician", null))).isEmpty();
		this.record.connected = false;
		assertThat(this.toolbox.available(List.of(NAME), use("Clinician", ACCESS))).isEmpty();
	}

	@Test
	void asksWhatTheModelAsksOfThePatientOfTheRun() {
		call("{\"limit\":2,\"since\":\"2026-01-31\",\"category\":\"laboratory\"}");
		assertThat(this.record.asked)
			.containsExactly(new RecordQuery(RecordKind.OBSERVATION, 2, LocalDate.of(2026, 1, 31), null, "laboratory"));
		assertThat(this.record.access).containsExactly(ACCESS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"patient\":\"p2\"}", "{\"limit\":4}", "{\"limit\":0}", "{\"since\":\"2026-02-31\"}",
			"{\"since\":\"yesterday\"}", "{\"category\":\"secrets\"}", "{\"url\":\"https://mallory.example\"}" })
	void asksNothingElse(String arguments) {
		assertThat(call(arguments).outcome()).isEqualTo("arguments_invalid");
		assertThat(this.record.asked).isEmpty();
	}

	@Test
	void namesEntriesSoThatNothingIsTold() {
		ToolOutcome outcome = call("{}");
		List<String> ids = outcome.sources().stream().map(Source::id).toList();
		assertThat(ids).hasSize(2).allMatch((id) -> id.matches("observation/[a-z]{10}")).doesNotHaveDuplicates();
		assertThat(outcome.content()).contains(ids).doesNotContain("964741-1");
		assertThat(call("{}").sources()).extracting(Source::id).isEqualTo(ids);
		assertThat(outcome.identities()).containsExactly(new Identity("MRN", PhiText.of("964741")));
	}

	@Test
	void showsNoMoreThanItsBoundAndSaysSo() {
		JsonNode data = JsonMapper.shared().readTree(call("{}").content()).path("data");
		assertThat(data.path("entries")).hasSize(2);
		assertThat(data.path("more").asBoolean()).isTrue();
		assertThat(data.path("left_out").asInt()).isEqualTo(1);
	}

	private ToolOutcome call(String arguments) {
		ToolOutcome outcome = this.toolbox
			.call(new ToolCall("c", NAME, arguments), List.of(NAME), use("Clinician", ACCESS))
			.block(Duration.ofSeconds(30));
		assertThat(outcome).isNotNull();
		return outcome;
	}

	private static ToolUse use(String role, @Nullable RecordAccess access) {
		return new ToolUse(new Mandate(new ServiceContext("req_1", "iss|bo", List.of(role), "t", null, null,
				"treatment", PhiState.RAW, "none", "c"), "d", "agent/clinical", "m"), List.of(), access);
	}

	/**
	 * A record of three entries of 28 characters.
	 */
	private static final class ScriptedRecord implements RecordReader {

		private final List<RecordQuery> asked = new ArrayList<>();

		private final List<RecordAccess> access = new ArrayList<>();

		private boolean connected = true;

		@Override
		public boolean isConnected() {
			return this.connected;
		}

		@Override
		public Mono<Found> read(RecordQuery query, RecordAccess granted) {
			this.asked.add(query);
			this.access.add(granted);
			return Mono.just(new Found(List.of(entry("964741-1"), entry("964741-2"), entry("964741-3")), false, 1,
					List.of(new Identity("MRN", PhiText.of("964741")))));
		}

		private static Entry entry(String id) {
			return new Entry(PhiText.of(id), PhiText.of("Record, observation"),
					PhiText.of("code: Sodium\nvalue: 140 mm\n"));
		}

	}

}
