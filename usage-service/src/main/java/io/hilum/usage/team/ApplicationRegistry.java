package io.hilum.usage.team;

import java.util.List;

import io.hilum.usage.account.OwnedKeys;
import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.outbox.OutboxRelay;
import io.hilum.usage.problem.UsageProblem;
import io.hilum.usage.transaction.UnitOfWork;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Sets and deletes applications. Its keys follow: what an application may not use any
 * more, none of its keys may.
 */
@Component
public class ApplicationRegistry {

	private final Applications applications;

	private final Teams teams;

	private final TeamRegistry registry;

	private final OwnedKeys keys;

	private final AuditTrail audit;

	private final UnitOfWork unitOfWork;

	private final OutboxRelay relay;

	ApplicationRegistry(Applications applications, Teams teams, TeamRegistry registry, OwnedKeys keys, AuditTrail audit,
			UnitOfWork unitOfWork, OutboxRelay relay) {
		this.applications = applications;
		this.teams = teams;
		this.registry = registry;
		this.keys = keys;
		this.audit = audit;
		this.unitOfWork = unitOfWork;
		this.relay = relay;
	}

	/**
	 * Set an application.
	 * @param caller who sets it
	 * @param application the application
	 * @return the application, once what it takes from its keys is in force
	 */
	public Mono<Application> set(Caller caller, Application application) {
		Mono<Void> change = requireTeam(application.team()).then(Mono.defer(() -> this.applications.set(application)))
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(ApplicationRegistry::ofAnotherTeam))
			.then(Mono.defer(() -> this.keys.narrowOfApplication(caller, application.id(), application.models())))
			.then(Mono.defer(() -> this.audit.allowed(caller, "application.set", "application:" + application.id())));
		return Revocations.inForce(this.unitOfWork.inOne(change), this.relay, "application " + application.id())
			.thenReturn(application);
	}

	/**
	 * Find an application.
	 * @param id its id
	 * @return the application, or the problem that there is none
	 */
	public Mono<Application> find(String id) {
		return this.applications.find(id).switchIfEmpty(Mono.error(() -> unknown(id)));
	}

	/**
	 * List applications.
	 * @param team of this team, everybody's if {@code null}
	 * @param after the id after which to begin
	 * @param limit how many at most
	 * @return the applications
	 */
	public Mono<List<Application>> list(@Nullable String team, @Nullable String after, int limit) {
		return this.applications.list(team, after, limit).collectList();
	}

	/**
	 * Delete an application and revoke its keys.
	 * @param caller who deletes it
	 * @param id its id
	 * @return when the revocations are in force
	 */
	public Mono<Void> delete(Caller caller, String id) {
		Mono<Void> change = this.registry.deleteApplication(caller, id)
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(() -> unknown(id)))
			.then();
		return Revocations.inForce(this.unitOfWork.inOne(change), this.relay, "application " + id);
	}

	private Mono<Void> requireTeam(String team) {
		return this.teams.hold(team)
			.filter((standing) -> standing == Teams.Standing.ACTIVE)
			.switchIfEmpty(Mono.error(() -> new UsageProblem.Invalid("team", "There is no team " + team)))
			.then();
	}

	private static UsageProblem ofAnotherTeam() {
		return new UsageProblem.Invalid("team", "The application stays with the team that it was set for");
	}

	private static UsageProblem unknown(String id) {
		return new UsageProblem.NotFound("There is no application " + id);
	}

}
