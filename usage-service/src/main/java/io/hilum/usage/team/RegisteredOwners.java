package io.hilum.usage.team;

import java.util.List;

import io.hilum.usage.account.AccountProperties;
import io.hilum.usage.account.Owners;
import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Owners of keys are the teams and applications that are set here, and, unless the
 * configuration forbids it, those that only tokens of the identity provider name.
 */
@Component
class RegisteredOwners implements Owners {

	private static final List<String> ANY_MODEL = List.of("*");

	private final Teams teams;

	private final Applications applications;

	private final boolean registeredOnly;

	RegisteredOwners(Teams teams, Applications applications, AccountProperties properties) {
		this.teams = teams;
		this.applications = applications;
		this.registeredOnly = properties.registeredOnly();
	}

	@Override
	public Mono<List<String>> admit(String team, @Nullable String application) {
		Mono<Void> teamStands = this.teams.hold(team)
			.switchIfEmpty(unknown("team", team))
			.flatMap((standing) -> requireActive(standing, "team", team));
		return teamStands.then((application != null) ? admitApplication(team, application) : Mono.just(ANY_MODEL));
	}

	private Mono<List<String>> admitApplication(String team, String id) {
		return this.applications.hold(id)
			.switchIfEmpty(unknown("application", id))
			.flatMap((held) -> requireActive(held.standing(), "application", id).then(requireTeam(held, team)))
			.defaultIfEmpty(ANY_MODEL);
	}

	private static Mono<List<String>> requireTeam(Applications.Held held, String team) {
		return held.application().team().equals(team) ? Mono.just(held.application().models())
				: Mono.error(() -> new UsageProblem.Refused("application_of_another_team",
						"The application " + held.application().id() + " is not of team " + team));
	}

	private static Mono<Void> requireActive(Teams.Standing standing, String kind, String id) {
		return (standing == Teams.Standing.ACTIVE) ? Mono.empty() : Mono
			.error(() -> new UsageProblem.Refused(kind + "_deleted", "The " + kind + " " + id + " was deleted"));
	}

	private <T> Mono<T> unknown(String kind, String id) {
		return this.registeredOnly
				? Mono.error(() -> new UsageProblem.Refused(kind + "_unknown", "There is no " + kind + " " + id))
				: Mono.empty();
	}

}
