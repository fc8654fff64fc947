package io.hilum.agents.run;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.hilum.agents.agent.Agents;
import io.hilum.agents.fingerprint.Fingerprint;
import io.hilum.agents.mandate.Mandate;
import io.hilum.agents.problem.AgentProblem;
import io.hilum.agents.tool.Toolbox;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Runs a recorded run again, out of its record alone, and says whether today's code does
 * the same. Nothing is asked of anybody, nothing is kept, and the same record always has
 * the same outcome.
 */
@Component
class Replay {

	/** What is of the moment, or text. */
	private static final String[] PASSED_OVER = { "millis", "expires_at", StepForm.DRAFT };

	private final Runner runner;

	private final Agents agents;

	private final Toolbox toolbox;

	Replay(Runner runner, Agents agents, Toolbox toolbox) {
		this.runner = runner;
		this.agents = agents;
		this.toolbox = toolbox;
	}

	Mono<ObjectNode> of(Tape tape) {
		Player player = new Player(tape, this.toolbox);
		List<RunEvent> events = new ArrayList<>();
		Clock then = Clock.fixed(Instant.parse(tape.text("started_at")), ZoneOffset.UTC);
		return Mono.fromSupplier(() -> run(tape))
			.flatMapMany((run) -> this.runner.run(run, player, then))
			.filter((event) -> !(event instanceof RunEvent.Waiting))
			.doOnNext(events::add)
			.takeUntilOther(player.over())
			.then(Mono.just(""))
			.onErrorResume(AgentProblem.class, (problem) -> Mono.just(problem.code()))
			.map((end) -> report(tape, player, events, end));
	}

	private Run run(Tape tape) {
		ServiceContext context = new ServiceContext(tape.text("id"), tape.text("subject"), tape.names("roles"),
				"replay", null, null, "replay", PhiState.RAW, "none", tape.text("id"));
		Mandate mandate = new Mandate(context, "", tape.text("agent"), tape.text("model"));
		return new Run(this.agents.find(mandate.agent()).orElseThrow(AgentProblem::unknownAgent), mandate,
				tape.request(), tape.bounds());
	}

	private static ObjectNode report(Tape tape, Player player, List<RunEvent> events, String end) {
		JsonNode steps = tape.part("steps");
		for (int i = 0; i < Math.max(steps.size(), events.size()); i++) {
			String recorded = plain(steps.path(i));
			String found = (i < events.size()) ? plain(StepForm.step(events.get(i))) : "";
			if (!recorded.equals(found)) {
				player.differ("steps", recorded, found);
			}
		}
		String answer = answer(events);
		boolean sameAnswer = answer.equals(tape.text("answer"));
		if (!sameAnswer) {
			player.differ("answer", Fingerprint.of(tape.text("answer")), Fingerprint.of(answer));
		}
		String problem = tape.part("problem").path("code").asString("");
		if (!end.isEmpty() && !end.equals(problem)) {
			player.differ("end", problem, end);
		}
		return written(tape, player, events.size(), sameAnswer);
	}

	private static ObjectNode written(Tape tape, Player player, int steps, boolean sameAnswer) {
		ObjectNode report = JsonMapper.shared()
			.createObjectNode()
			.put("id", tape.text("id"))
			.put("agent", tape.text("agent"))
			.put("recorded_at", tape.text("started_at"))
			.put("steps", steps)
			.put("same", player.first().isEmpty())
			.put("same_answer", sameAnswer);
		player.first()
			.ifPresent((difference) -> report.putObject("difference")
				.put("step", difference.step())
				.put("what", difference.what())
				.put("recorded", difference.recorded())
				.put("found", difference.found()));
		return report;
	}

	private static String answer(List<RunEvent> events) {
		return (!events.isEmpty() && events.getLast() instanceof RunEvent.Answered answered)
				? answered.answer().reveal() : "";
	}

	private static String plain(JsonNode step) {
		if (!(step.deepCopy() instanceof ObjectNode plain)) {
			return "";
		}
		for (String field : PASSED_OVER) {
			plain.remove(field);
		}
		return plain.toString();
	}

}
