package io.hilum.agents.agent;

import java.util.List;

import io.hilum.trust.text.PhiText;

/**
 * The answer of an agent.
 *
 * @param text what the client reads
 * @param kept how many statements were let through
 * @param dropped why statements were left out: one code for each
 */
public record Conclusion(PhiText text, int kept, List<String> dropped) {

	public Conclusion {
		dropped = List.copyOf(dropped);
	}

}
