package io.hilum.routing.policy.cel;

import java.util.Locale;
import java.util.Optional;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.hilum.routing.policy.Condition;
import io.hilum.routing.policy.Facts;
import io.hilum.routing.policy.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * A compiled condition.
 */
final class CelCondition implements Condition {

	private final CelRuntime.Program program;

	private final Vocabulary vocabulary;

	CelCondition(CelRuntime.Program program, Vocabulary vocabulary) {
		this.program = program;
		this.vocabulary = vocabulary;
	}

	@Override
	public boolean holds(Facts facts) {
		try {
			return Boolean.TRUE.equals(this.program.eval((name) -> Optional.ofNullable(value(name, facts))));
		}
		catch (CelEvaluationException ex) {
			throw new IllegalStateException("a condition cannot be evaluated", ex);
		}
	}

	private static @Nullable Object value(String name, Facts facts) {
		return switch (name) {
			case "roles" -> facts.roles();
			case "requested" -> facts.route().requested();
			case "model" -> facts.route().model();
			case "provider" -> facts.route().provider();
			case "region" -> facts.route().region();
			case "agreement" -> facts.route().agreement();
			case "phi" -> facts.phi().name().toLowerCase(Locale.ROOT);
			case "purpose" -> facts.circumstances().purpose();
			case "application" -> facts.circumstances().application();
			case "team" -> facts.circumstances().team();
			case "network" -> facts.circumstances().network();
			case "hour" -> (long) facts.circumstances().hour();
			case "weekday" -> (long) facts.circumstances().weekday();
			default -> null;
		};
	}

	@Override
	public Vocabulary vocabulary() {
		return this.vocabulary;
	}

}
