package io.hilum.agents.run;

import java.time.Duration;
import java.util.List;

import io.hilum.agents.agent.Agent;
import io.hilum.agents.agent.Brief;
import io.hilum.agents.agent.Conclusion;
import io.hilum.agents.evidence.Evidence;
import io.hilum.agents.mandate.Mandate;
import io.hilum.agents.model.ChatModel;
import io.hilum.agents.problem.AgentProblem;
import io.hilum.agents.tool.ScriptedTool;
import io.hilum.agents.tool.ToolDefinition;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.agents.tool.ToolResult;
import io.hilum.agents.tool.Toolboxes;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link Replay}: runs on record, and code that changed since.
 */
class ReplayTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final String SCHEMA = """
			{"type":"object","additionalProperties":false,"required":["text"],"properties":{"text":{"type":"string"}}}""";

	private static final ServiceContext OWNER = new ServiceContext("req_1", "iss|bo", List.of("Coder"), "t", null, null,
			"payment", PhiState.RAW, "none", "c");

	private static final Agent TODAY = new Echo("Echo", "", List.of("look"));

	private final InMemoryRunStore store = new InMemoryRunStore();

	private final ScriptedTool look = new ScriptedTool(ToolDefinition.reading("look", "Looks", SCHEMA),
			(arguments) -> arguments.path("text").asString("").equals("fail")
					? Mono.error(new ToolRefusal("nothing_there", "Nothing"))
					: Mono.just(ToolResult.of(JSON.createArrayNode().add("seen"))));

	private final ScriptedModel model = new ScriptedModel((step) -> switch (step) {
		case 1 -> ScriptedModel.calls("look", "{\"text\":\"a\"}", "look", "{\"text\":\"fail\"}", "other", "{}");
		case 2 -> ScriptedModel.says("I am done");
		default -> ScriptedModel.calls("submit", "{\"text\":\"Irma Peter\"}");
	});

	@Test
	void findsTheSameWithoutAskingAnybody() {
		record(TODAY, this.model);
		JsonNode report = replay(TODAY);
		assertThat(report.path("same").asBoolean()).as(report.toString()).isTrue();
		assertThat(report.path("same_answer").asBoolean()).isTrue();
		assertThat(report.path("steps").asInt()).isEqualTo(8);
		assertThat(this.model.asked()).hasSize(3);
		assertThat(this.look.asked()).hasSize(2);
		assertThat(replay(TODAY)).isEqualTo(report);
		assertThat(report.toString()).doesNotContain("Irma");
	}

	@Test
	void namesTheFirstThingThatIsNotTheSame() {
		record(TODAY, this.model);
		assertThat(difference(new Echo("Echo well", "", List.of("look")))).isEqualTo("1 instructions");
		assertThat(difference(new Echo("Echo", "", List.of()))).isEqualTo("1 offered");
		JsonNode answer = replay(new Echo("Echo", "!", List.of("look")));
		assertThat(answer.at("/difference/what").asString()).isEqualTo("answer");
		assertThat(answer.at("/difference/step").asInt()).isEqualTo(3);
		assertThat(answer.path("same_answer").asBoolean()).isFalse();
		assertThat(answer.toString()).doesNotContain("Irma");
	}

	@Test
	void playsARunThatFailedAsFarAsItCame() {
		AgentProblem refused = AgentProblem.passedOn(429, "insufficient_quota", "budget_exceeded", "No budget",
				java.util.Map.of());
		ScriptedModel failing = new ScriptedModel(
				(step) -> (step == 1) ? ScriptedModel.calls("look", "{\"text\":\"a\"}") : Mono.error(refused));
		assertThatThrownBy(() -> record(TODAY, failing)).isSameAs(refused);
		JsonNode report = replay(TODAY);
		assertThat(report.path("same").asBoolean()).as(report.toString()).isTrue();
		assertThat(report.path("steps").asInt()).isEqualTo(2);
	}

	@Test
	void endsAReplayThatWouldGoOnWhereTheRecordEnds() {
		ScriptedModel endless = new ScriptedModel((step) -> ScriptedModel.calls("look", "{\"text\":\"a\"}"));
		assertThatThrownBy(() -> record(TODAY, endless)).isInstanceOf(AgentProblem.class);
		assertThat(replay(TODAY).path("same").asBoolean()).isTrue();
	}

	@Test
	void isForItsOwnerAndTwiceTheSame() {
		record(TODAY, this.model);
		ServiceContext other = new ServiceContext("req_2", "iss|mallory", List.of("Coder"), "t", null, null, "payment",
				PhiState.RAW, "none", "c");
		assertThatThrownBy(() -> runs(TODAY, this.model).replay("req_1", other).block(PATIENCE))
			.isInstanceOfSatisfying(AgentProblem.class, (problem) -> assertThat(problem.status()).isEqualTo(404));
	}

	private String difference(Agent agent) {
		JsonNode report = replay(agent);
		assertThat(report.path("same").asBoolean()).isFalse();
		return report.at("/difference/step").asInt() + " " + report.at("/difference/what").asString();
	}

	private void record(Agent agent, ChatModel model) {
		AgentRequest request = new AgentRequest(List.of(new AgentRequest.Turn("user", PhiText.of("Irma Peter"))), false,
				false, List.of(), JSON.createArrayNode(), null);
		runs(agent, model)
			.run(new Run(agent, new Mandate(OWNER, "d", "agent/echo", "m"), request,
					new Bounds(4, Duration.ofMinutes(5), 100_000, 1_000_000_000)))
			.blockLast(PATIENCE);
	}

	private JsonNode replay(Agent agent) {
		JsonNode report = runs(agent, (mandate, messages, tools, identities) -> {
			throw new AssertionError("no model is asked");
		}).replay("req_1", OWNER).block(PATIENCE);
		assertThat(report).isNotNull();
		return report;
	}

	private Runs runs(Agent agent, ChatModel model) {
		return RunsInMemory.of(agent, model, Toolboxes.of(List.of(this.look)), this.store, PATIENCE);
	}

	/**
	 * An agent that says what its model says.
	 *
	 * @param task what its model is told
	 * @param after what it adds
	 * @param tools what it may call
	 */
	record Echo(String task, String after, List<String> tools) implements Agent {

		@Override
		public Brief brief() {
			return new Brief("agent/echo", this.task, this.tools, ToolDefinition.reading("submit", "Ends", SCHEMA));
		}

		@Override
		public Conclusion conclude(JsonNode submission, Evidence evidence) {
			return new Conclusion(PhiText.of(submission.path("text").asString("") + this.after), 1, List.of());
		}

	}

}
