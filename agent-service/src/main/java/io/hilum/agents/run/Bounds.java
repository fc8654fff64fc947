package io.hilum.agents.run;

import java.time.Duration;

import io.hilum.agents.problem.AgentProblem;
import org.jspecify.annotations.Nullable;

/**
 * What a run may take at most.
 *
 * @param steps how often it may ask its model
 * @param time how long it may take
 * @param tokens how many tokens its steps may use together
 * @param nanoUsd what they may cost, in nano-dollars
 */
public record Bounds(int steps, Duration time, long tokens, long nanoUsd) {

	/**
	 * These bounds, as far as a catalogue does not set tighter ones.
	 * @param header what the gateway says, such as {@code steps=8,millis=60000}
	 * @return the tighter of each
	 */
	public Bounds within(@Nullable String header) {
		Bounds bounds = this;
		for (String part : ((header != null) ? header : "").split(",")) {
			int equals = part.indexOf('=');
			if (equals > 0) {
				bounds = bounds.tightened(part.substring(0, equals), number(part.substring(equals + 1)));
			}
		}
		return bounds;
	}

	private Bounds tightened(String name, long most) {
		return switch (name) {
			case "steps" -> new Bounds((int) Math.min(this.steps, most), this.time, this.tokens, this.nanoUsd);
			case "millis" -> new Bounds(this.steps, Duration.ofMillis(Math.min(this.time.toMillis(), most)),
					this.tokens, this.nanoUsd);
			case "tokens" -> new Bounds(this.steps, this.time, Math.min(this.tokens, most), this.nanoUsd);
			case "nano-usd" -> new Bounds(this.steps, this.time, this.tokens, Math.min(this.nanoUsd, most));
			default -> throw AgentProblem.invalid("Hilum-Agent-Bounds knows no " + name, null);
		};
	}

	private static long number(String text) {
		try {
			return Long.parseLong(text);
		}
		catch (NumberFormatException ex) {
			throw AgentProblem.invalid("Hilum-Agent-Bounds must be numbers", null);
		}
	}

}
