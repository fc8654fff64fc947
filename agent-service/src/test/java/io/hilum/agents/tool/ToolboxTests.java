package io.hilum.agents.tool;

import java.time.Duration;
import java.util.List;

import io.hilum.agents.mandate.Mandate;
import io.hilum.agents.model.ToolCall;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Toolbox}.
 */
class ToolboxTests {

	private static final String SCHEMA = """
			{"type":"object","additionalProperties":false,"required":["n"],
			"properties":{"n":{"type":"integer","minimum":1,"maximum":9}}}""";

	private static final ToolUse USE = new ToolUse(new Mandate(new ServiceContext("req_1", "iss|bo", List.of("Coder"),
			"t", null, null, "payment", PhiState.RAW, "none", "c"), "d", "agent/coding", "m"), List.of(), null);

	private final ScriptedTool reading = new ScriptedTool(ToolDefinition.reading("look", "Looks", SCHEMA),
			(arguments) -> Mono.just(ToolResult.of(JsonMapper.shared().createArrayNode().add("seen"))));

	private final ScriptedTool writing = new ScriptedTool(
			new ToolDefinition("write", "Writes", JsonMapper.shared().readTree(SCHEMA), true),
			(arguments) -> Mono.just(ToolResult.of(arguments)));

	private final ScriptedTool failing = new ScriptedTool(ToolDefinition.reading("fail", "Fails", SCHEMA),
			(arguments) -> Mono.error(new IllegalStateException("Irma Peter, MRN 964741")));

	private final Toolbox toolbox = Toolboxes.of(List.of(this.reading, this.writing, this.failing));

	@Test
	void callsWhatFits() {
		ToolOutcome outcome = call("look", "{\"n\":3}");
		assertThat(outcome.outcome()).isEqualTo("ok");
		assertThat(outcome.content()).contains("seen").contains("Quoted data");
		assertThat(outcome.toMessage().get("role").asString()).isEqualTo("tool");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "look;{\"n\":10};arguments_invalid", "look;{\"n\":\"3\"};arguments_invalid",
					"look;{\"n\":3,\"m\":1};arguments_invalid", "look;[];arguments_invalid",
					"look;{};arguments_invalid", "look;{\"n\":;arguments_malformed",
					"look;not json;arguments_malformed", "nothing;{\"n\":3};tool_unknown",
					"write;{\"n\":3};tool_needs_approval", "fail;{\"n\":3};tool_failed" })
	void tellsTheModelWhatDoesNotFit(String tool, String arguments, String outcome) {
		ToolOutcome told = call(tool, arguments);
		assertThat(told.outcome()).isEqualTo(outcome);
		assertThat(told.content()).contains(outcome).doesNotContain("Irma", "964741");
		assertThat(this.reading.asked()).isEmpty();
		assertThat(this.writing.asked()).isEmpty();
	}

	@Test
	void refusesWhatWasNotOffered() {
		ToolCall call = new ToolCall("c", "look", "{\"n\":3}");
		assertThat(done(this.toolbox.call(call, List.of("other"), USE)).outcome()).isEqualTo("tool_unknown");
	}

	@Test
	void offersWhatWritesWhereSomebodyCanBeAsked() {
		List<String> names = List.of("look", "write", "nothing");
		assertThat(this.toolbox.available(names, USE, false)).containsExactly("look");
		assertThat(this.toolbox.available(names, USE, true)).containsExactly("look", "write");
		assertThat(this.toolbox.offer(this.toolbox.available(names, USE, false))).hasSize(1);
	}

	@Test
	void refusesArgumentsThatAreTooLong() {
		assertThat(call("look", "{\"n\":3,\"m\":\"" + "x".repeat(3000) + "\"}").outcome())
			.isEqualTo("arguments_too_long");
	}

	@Property(tries = 300)
	void neverFails(@ForAll String name, @ForAll String arguments) {
		assertThat(call(name, arguments).outcome()).isNotBlank();
		assertThat(call("look", arguments).outcome()).isNotBlank();
	}

	private ToolOutcome call(String tool, String arguments) {
		return done(this.toolbox.call(new ToolCall("c", tool, arguments), List.of("look", "write", "fail", "nothing"),
				USE));
	}

	private static ToolOutcome done(Mono<ToolOutcome> outcome) {
		ToolOutcome done = outcome.block(Duration.ofSeconds(30));
		assertThat(done).isNotNull();
		return done;
	}

}
