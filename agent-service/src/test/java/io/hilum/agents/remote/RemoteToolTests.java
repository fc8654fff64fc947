package io.hilum.agents.remote;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.hilum.agents.mandate.Mandate;
import io.hilum.agents.model.ToolCall;
import io.hilum.agents.remote.ToolServer.Answer;
import io.hilum.agents.tool.ToolOutcome;
import io.hilum.agents.tool.ToolUse;
import io.hilum.agents.tool.Toolbox;
import io.hilum.agents.tool.Toolboxes;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RemoteTool}.
 */
class RemoteToolTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final ToolUse USE = new ToolUse(new Mandate(new ServiceContext("req_1", "iss|bo",
			List.of("Clinician"), "t", null, null, "treatment", PhiState.RAW, "none", "c"), "d", "agent/clinical", "m"),
			List.of(), null);

	private Answer answer = new Answer(List.of(PhiText.of("5 mg")), null, false, 0);

	private String definition = """
			{"name":"dose","inputSchema":{"type":"object"},"outputSchema":{"type":"object","required":["mg"],
			"properties":{"mg":{"type":"number"}}}}""";

	private final RemoteTool tool = new RemoteTool(
			new RemoteServer("drugs", URI.create("https://drugs.example/mcp"), true, false, null, null, Map.of(),
					List.of()),
			new AllowedTool("dose", Set.of("Clinician"), Set.of("agent/clinical"), false, null, null), new Scripted(),
			new RemoteCalls(2, 1),
			(value, mandate, identities) -> Mono.error(new IllegalStateException("a server inside")), 4000);

	private final Toolbox toolbox = Toolboxes.of(List.of(this.tool));

	@Test
	void isThereOnceItWasSeen() {
		assertThat(this.toolbox.available(List.of(), USE)).isEmpty();
		assertThat(call().outcome()).isEqualTo("tool_needs_approval");
		see();
		assertThat(this.toolbox.available(List.of(), USE)).containsExactly("drugs__dose");
		this.tool.seen(Map.of());
		assertThat(this.toolbox.available(List.of(), USE)).isEmpty();
	}

	@Test
	void showsOnlyResultsThatFitWhatWasPromised() {
		see();
		assertThat(call().outcome()).isEqualTo("result_invalid");
		this.answer = new Answer(List.of(), JSON.readTree("{\"mg\":5}"), false, 1);
		ToolOutcome outcome = call();
		assertThat(outcome.outcome()).isEqualTo("ok");
		assertThat(outcome.content()).contains("\"structured\":{\"mg\":5}", "\"left_out\":1", "Quoted data");
		assertThat(outcome.sources().getFirst().id()).matches("drugs__dose/[a-z]{8}");
		assertThat(outcome.sources().getFirst().title().reveal())
			.isEqualTo("What the tool dose of the server drugs said");
	}

	@Test
	void letsNobodyQuoteWhatSaysThatItFailed() {
		see();
		this.answer = new Answer(List.of(PhiText.of("no such drug")), null, true, 0);
		ToolOutcome outcome = call();
		assertThat(outcome.content()).contains("\"failed\":true", "no such drug");
		assertThat(outcome.sources()).isEmpty();
	}

	@Test
	void asksNothingOfAToolThatChangedSince() {
		see();
		this.definition = this.definition.replace("number", "string");
		assertThat(call().outcome()).isEqualTo("tool_changed");
		assertThat(this.toolbox.available(List.of(), USE)).isEmpty();
	}

	@Test
	void endsARunsCalls() {
		see();
		this.answer = new Answer(List.of(), JSON.readTree("{\"mg\":5}"), false, 0);
		assertThat(call().outcome()).isEqualTo("ok");
		assertThat(call().outcome()).isEqualTo("ok");
		assertThat(call().outcome()).isEqualTo("too_many_calls");
	}

	private void see() {
		this.tool.seen(Map.of("dose", new RemoteDefinition(JSON.readTree(this.definition).asObject())));
	}

	private ToolOutcome call() {
		ToolOutcome outcome = this.toolbox.call(new ToolCall("c", "drugs__dose", "{}"), List.of("drugs__dose"), USE)
			.block(Duration.ofSeconds(30));
		assertThat(outcome).isNotNull();
		return outcome;
	}

	/**
	 * Says what the test says.
	 */
	private final class Scripted implements ToolServer {

		@Override
		public Mono<Map<String, RemoteDefinition>> definitions() {
			return Mono.empty();
		}

		@Override
		public Mono<Answer> call(String tool, JsonNode arguments, Consumer<@Nullable RemoteDefinition> check) {
			return Mono.fromSupplier(() -> {
				check.accept(new RemoteDefinition(JSON.readTree(RemoteToolTests.this.definition).asObject()));
				return RemoteToolTests.this.answer;
			});
		}

	}

}
