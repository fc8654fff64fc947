package io.hilum.usage.team;

import java.time.Clock;
import java.util.List;

import io.hilum.usage.account.OwnedKeys;
import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.outbox.OutboxRelay;
import io.hilum.usage.problem.UsageProblem;
import io.hilum.usage.transaction.UnitOfWork;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Sets and deletes teams. With a team go its applications and all their keys; the change,
 * its events and its evidence are one transaction.
 */
@Component
public class TeamRegistry {

	private static final int ALL = Integer.MAX_VALUE;

	private final Teams teams;

	private final Applications applications;

	private final OwnedKeys keys;

	private final AuditTrail audit;

	private final UnitOfWork unitOfWork;

	private final OutboxRelay relay;

	private final Clock clock;

	TeamRegistry(Teams teams, Applications applications, OwnedKeys keys, AuditTrail audit, UnitOfWork unitOfWork,
			OutboxRelay relay, Clock clock) {
		this.teams = teams;
		this.applications = applications;
		this.keys = keys;
		this.audit = audit;
		this.unitOfWork = unitOfWork;
		this.relay = relay;
		this.clock = clock;
	}

	/**
	 * Set a team.
	 * @param caller who sets it
	 * @param team the team
	 * @return the team
	 */
	public Mono<Team> set(Caller caller, Team team) {
		Mono<Void> change = this.teams.set(team).then(this.audit.allowed(caller, "team.set", "team:" + team.id()));
		return this.unitOfWork.inOne(change).then(this.relay.flush()).thenReturn(team);
	}

	/**
	 * Find a team.
	 * @param id its id
	 * @return the team, or the problem that there is none
	 */
	public Mono<Team> find(String id) {
		return this.teams.find(id).switchIfEmpty(Mono.error(() -> unknown(id)));
	}

	/**
	 * List teams.
	 * @param caller who asks
	 * @param after the id after which to begin
	 * @param limit how many at most
	 * @return all teams for an administrator, else those that the caller belongs to
	 */
	public Mono<List<Team>> list(Caller caller, @Nullable String after, int limit) {
		return this.teams.list(caller.administers() ? null : caller.subject(), after, limit).collectList();
	}

	/**
	 * Delete a team, its applications, and revoke all their keys.
	 * @param caller who deletes it
	 * @param id its id
	 * @return when the revocations are in force
	 */
	public Mono<Void> delete(Caller caller, String id) {
		Mono<Void> change = this.teams.delete(id, caller.subject(), this.clock.instant())
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(() -> unknown(id)))
			.then(Mono.defer(() -> deleteApplications(caller, id)))
			.then(Mono.defer(() -> this.keys.revokeOfTeam(caller, id)))
			.then(Mono.defer(() -> this.audit.allowed(caller, "team.delete", "team:" + id)));
		return Revocations.inForce(this.unitOfWork.inOne(change), this.relay, "team " + id);
	}

	private Mono<Void> deleteApplications(Caller caller, String team) {
		return this.applications.list(team, null, ALL)
			.collectList()
			.flatMapMany(Flux::fromIterable)
			.concatMap((application) -> deleteApplication(caller, application.id()))
			.then();
	}

	/**
	 * Delete an application and revoke its keys, in the present transaction.
	 * @param caller who deletes it
	 * @param id its id
	 * @return whether there was one
	 */
	Mono<Boolean> deleteApplication(Caller caller, String id) {
		return this.applications.delete(id, caller.subject(), this.clock.instant())
			.flatMap((deleted) -> deleted ? this.keys.revokeOfApplication(caller, id)
				.then(Mono.defer(() -> this.audit.allowed(caller, "application.delete", "application:" + id)))
				.thenReturn(true) : Mono.just(false));
	}

	private static UsageProblem unknown(String id) {
		return new UsageProblem.NotFound("There is no team " + id);
	}

}
