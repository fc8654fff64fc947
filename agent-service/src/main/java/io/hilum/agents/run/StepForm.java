package io.hilum.agents.run;

import java.math.BigDecimal;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is visible of a run, as JSON: in a stream, in an answer and on record. Pure.
 */
public final class StepForm {

	/**
	 * The field of what a person is asked to approve, which may name patients.
	 */
	static final String DRAFT = "arguments";

	private static final int NANO_DIGITS = 9;

	private StepForm() {
	}

	/**
	 * A step.
	 * @param event what happened
	 * @return the step
	 */
	public static ObjectNode step(RunEvent event) {
		ObjectNode step = JsonMapper.shared().createObjectNode();
		return switch (event) {
			case RunEvent.Asked asked -> step.put("kind", "model")
				.put("step", asked.step())
				.put("tools", asked.tools())
				.put("input_tokens", asked.input())
				.put("output_tokens", asked.output())
				.put("cost_usd", usd(asked.nanoUsd()))
				.put("millis", asked.millis());
			case RunEvent.Called called -> step.put("kind", "tool")
				.put("step", called.step())
				.put("tool", called.tool())
				.put("outcome", called.outcome())
				.put("characters", called.characters());
			case RunEvent.SentBack back ->
				step.put("kind", "sent_back").put("step", back.step()).put("outcome", back.outcome());
			case RunEvent.Approval approval ->
				approval(step.put("kind", "approval").put("step", approval.step()), approval.pending());
			case RunEvent.Waiting waiting -> step.put("kind", "waiting")
				.put("step", waiting.step())
				.put("call", waiting.call())
				.put("seconds_left", waiting.seconds());
			case RunEvent.Decided decided -> step.put("kind", "decision")
				.put("step", decided.step())
				.put("call", decided.call())
				.put("outcome", decided.decision().word());
			case RunEvent.Cancelled cancelled -> step.put("kind", "cancelled");
			case RunEvent.Answered answered -> step.put("kind", "answer");
		};
	}

	private static ObjectNode approval(ObjectNode step, Pending pending) {
		step.put("run", pending.run())
			.put("call", pending.call())
			.put("tool", pending.tool())
			.put("hash", pending.hash())
			.put("expires_at", pending.expires().toString());
		step.set(DRAFT, pending.draft());
		return step;
	}

	/**
	 * How an answer came to be.
	 * @param record how
	 * @return the run without its steps
	 */
	public static ObjectNode run(RunRecord record) {
		ObjectNode run = JsonMapper.shared()
			.createObjectNode()
			.put("id", record.run())
			.put("model_calls", record.steps())
			.put("tool_calls", record.calls())
			.put("cost_usd", usd(record.nanoUsd()))
			.put("kept", record.kept());
		ArrayNode dropped = run.putArray("dropped");
		record.dropped().forEach(dropped::add);
		return run;
	}

	/**
	 * What it cost, in US dollars.
	 * @param nano the same in nano-dollars
	 * @return a decimal number
	 */
	public static String usd(long nano) {
		return BigDecimal.valueOf(nano, NANO_DIGITS).stripTrailingZeros().toPlainString();
	}

}
