package io.hilum.gateway.policy.file;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.hilum.gateway.policy.Agent;
import io.hilum.gateway.policy.Agent.Bounds;
import io.hilum.gateway.policy.NamePattern;
import io.hilum.gateway.policy.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

/**
 * The section {@code agents} of a catalogue: which agents there are, who may use them,
 * which model each of them asks and what a run may take.
 */
final class AgentSection {

	private static final Set<String> KEYS = Set.of("name", "model", "roles", "steps", "time", "tokens", "usd");

	private static final Pattern NAME = Pattern.compile("agent/[a-z][a-z0-9-]{0,31}");

	private static final int NANO_DIGITS = 9;

	private final List<NamePattern> models;

	private final Map<String, Role> roles;

	private final UnaryOperator<String> references;

	AgentSection(List<NamePattern> models, Map<String, Role> roles, UnaryOperator<String> references) {
		this.models = models;
		this.roles = roles;
		this.references = references;
	}

	Map<String, Agent> read(@Nullable Object content) {
		if (content == null) {
			return Map.of();
		}
		if (!(content instanceof List<?> entries)) {
			throw new IllegalArgumentException("'agents' must be a list");
		}
		Map<String, Agent> agents = new LinkedHashMap<>();
		for (Object entry : entries) {
			Agent agent = agent(CatalogueReader.mapping(entry, "an agent"));
			if (agents.put(agent.name(), agent) != null || this.models.contains(new NamePattern(agent.name()))) {
				throw new IllegalArgumentException("there are two of the name '" + agent.name() + "'");
			}
		}
		return agents;
	}

	private Agent agent(Map<?, ?> content) {
		String name = String.valueOf(content.get("name"));
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("the name of an agent must be like 'agent/coding', is '" + name + "'");
		}
		CatalogueReader.requireKnown(content, KEYS, "agent '" + name + "'");
		String model = this.references.apply(String.valueOf(content.get("model")));
		if (!NamePattern.anyMatches(this.models, model)) {
			throw new IllegalArgumentException("agent '" + name + "' asks model '" + model + "', which there is not");
		}
		List<String> names = CatalogueReader.strings(content, "roles");
		if (names.isEmpty()) {
			throw new IllegalArgumentException("agent '" + name + "' names no role that may use it");
		}
		names.forEach((role) -> requireUse(name, model, role));
		return new Agent(name, model, names, bounds(content, name));
	}

	/**
	 * An agent asks as its caller, and so can ask no model that its caller may not.
	 */
	private void requireUse(String name, String model, String roleName) {
		Role role = this.roles.get(roleName);
		if (role == null) {
			throw new IllegalArgumentException(
					"agent '" + name + "' is for role '" + roleName + "', which there is not");
		}
		if (!role.mayUse(model)) {
			throw new IllegalArgumentException(
					"agent '" + name + "' asks model '" + model + "', which role '" + roleName + "' may not use");
		}
	}

	private static Bounds bounds(Map<?, ?> content, String name) {
		Object time = content.get("time");
		Long steps = whole(content, "steps", name);
		return new Bounds((steps != null) ? Math.toIntExact(steps) : null,
				(time != null) ? time(String.valueOf(time), name) : null, whole(content, "tokens", name),
				nanoUsd(content.get("usd"), name));
	}

	private static Duration time(String text, String name) {
		Duration time = DurationStyle.detectAndParse(text);
		if (!time.isPositive()) {
			throw positive("time", name);
		}
		return time;
	}

	private static @Nullable Long whole(Map<?, ?> content, String key, String name) {
		Object value = content.get(key);
		if (value == null) {
			return null;
		}
		if (value instanceof Integer number && number > 0) {
			return number.longValue();
		}
		throw positive(key, name);
	}

	private static @Nullable Long nanoUsd(@Nullable Object value, String name) {
		if (value == null) {
			return null;
		}
		try {
			long nano = new BigDecimal(String.valueOf(value)).movePointRight(NANO_DIGITS).longValueExact();
			if (nano > 0) {
				return nano;
			}
		}
		catch (ArithmeticException | NumberFormatException ex) {
			throw positive("usd", name);
		}
		throw positive("usd", name);
	}

	private static IllegalArgumentException positive(String key, String name) {
		return new IllegalArgumentException("'" + key + "' of agent '" + name + "' must be more than nothing");
	}

}
