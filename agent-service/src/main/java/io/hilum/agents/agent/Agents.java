package io.hilum.agents.agent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/**
 * All agents by name.
 */
@Component
public class Agents {

	private final Map<String, Agent> byName;

	Agents(List<Agent> agents) {
		this.byName = agents.stream().collect(Collectors.toMap((agent) -> agent.brief().name(), Function.identity()));
	}

	/**
	 * Find an agent.
	 * @param name its name
	 * @return the agent, if there is one
	 */
	public Optional<Agent> find(String name) {
		return Optional.ofNullable(this.byName.get(name));
	}

}
