package io.hilum.gateway.policy;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An agent: asked like a model, and itself asking one.
 *
 * @param name the name that clients ask for, such as {@code agent/coding}
 * @param model the model that it asks, which each of the roles may use too
 * @param roles the roles that may use it
 * @param bounds what a run may take
 */
public record Agent(String name, String model, List<String> roles, Bounds bounds) {

	/**
	 * By what name a program of the caller's is known that calls tools by MCP. No agent
	 * of a catalogue has it.
	 */
	public static final String PROGRAM = "mcp";

	public Agent {
		roles = List.copyOf(roles);
	}

	/**
	 * A program of the caller's that calls tools, and asks no model.
	 * @param roles the roles in which the caller may have it do so
	 * @return the program
	 */
	public static Agent program(List<String> roles) {
		return new Agent(PROGRAM, "", roles, Bounds.USUAL);
	}

	/**
	 * What a run may take at most; what is {@code null} is as agent-service has it.
	 *
	 * @param steps how often it may ask its model
	 * @param time how long it may take
	 * @param tokens how many tokens all its steps together may use
	 * @param nanoUsd what they may cost, in nano-dollars
	 */
	public record Bounds(@Nullable Integer steps, @Nullable Duration time, @Nullable Long tokens,
			@Nullable Long nanoUsd) {

		/**
		 * As agent-service has them.
		 */
		public static final Bounds USUAL = new Bounds(null, null, null, null);

	}

}
