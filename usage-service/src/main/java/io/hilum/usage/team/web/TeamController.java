package io.hilum.usage.team.web;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import io.hilum.usage.team.Team;
import io.hilum.usage.team.TeamRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Teams over HTTP: administered by administrators, listed for their members too.
 */
@RestController
@RequestMapping("/v1/teams")
class TeamController {

	private final TeamRegistry registry;

	private final AuditTrail audit;

	private final Clock clock;

	TeamController(TeamRegistry registry, AuditTrail audit, Clock clock) {
		this.registry = registry;
		this.audit = audit;
		this.clock = clock;
	}

	@PutMapping("/{id}")
	Mono<TeamView> set(Caller caller, @PathVariable("id") String id, @RequestBody TeamRequest request) {
		return this.audit.requireAdministrator(caller, "team.set", "team:" + id)
			.then(Mono.fromSupplier(() -> team(id, request, caller)))
			.flatMap((team) -> this.registry.set(caller, team))
			.map(TeamView::of);
	}

	@GetMapping
	Mono<TeamList> list(Caller caller, @RequestParam(name = "after", required = false) @Nullable String after,
			@RequestParam(name = "limit", defaultValue = "100") int limit) {
		return this.registry.list(caller, after, Pages.requireLimit(limit) + 1)
			.map((teams) -> TeamList.of(teams, limit));
	}

	@GetMapping("/{id}")
	Mono<TeamView> get(Caller caller, @PathVariable("id") String id) {
		return this.audit.requireAdministrator(caller, "team.read", "team:" + id)
			.then(this.registry.find(id))
			.map(TeamView::of);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(Caller caller, @PathVariable("id") String id) {
		return this.audit.requireAdministrator(caller, "team.delete", "team:" + id)
			.then(Mono.defer(() -> this.registry.delete(caller, id)));
	}

	private Team team(String id, TeamRequest request, Caller caller) {
		List<MemberView> members = Objects.requireNonNullElse(request.members(), List.of());
		return new Team(id, Objects.requireNonNullElse(request.name(), id),
				members.stream().map(MemberView::toMember).toList(),
				this.clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.subject());
	}

	/**
	 * What a team is to be.
	 *
	 * @param name what people call it, its id by default
	 * @param members who belongs to it
	 */
	record TeamRequest(@Nullable String name, @Nullable List<MemberView> members) {
	}

	/**
	 * Somebody who belongs to a team.
	 *
	 * @param subject the person or workload
	 * @param role {@code owner} or {@code member}
	 */
	record MemberView(@Nullable String subject, @Nullable String role) {

		static MemberView of(Team.Member member) {
			return new MemberView(member.subject(),
					Objects.requireNonNull(member.role()).name().toLowerCase(Locale.ROOT));
		}

		Team.Member toMember() {
			return new Team.Member(this.subject, switch (Objects.requireNonNullElse(this.role, "member")) {
				case "owner" -> Team.Role.OWNER;
				case "member" -> Team.Role.MEMBER;
				default -> throw new UsageProblem.Invalid("members.role", "Expected owner or member");
			});
		}

	}

	/**
	 * A team as administrators see it.
	 *
	 * @param id the id
	 * @param name what people call it
	 * @param members who belongs to it
	 * @param changedAt when it was set
	 * @param changedBy who set it
	 */
	record TeamView(String id, String name, List<MemberView> members, Instant changedAt, String changedBy) {

		static TeamView of(Team team) {
			return new TeamView(team.id(), team.name(), team.members().stream().map(MemberView::of).toList(),
					team.changedAt(), team.changedBy());
		}

	}

	/**
	 * A page of teams.
	 *
	 * @param object always {@code list}
	 * @param data the teams
	 * @param hasMore whether there are more
	 * @param lastId where the next page begins, as {@code after}
	 */
	record TeamList(String object, List<TeamView> data, boolean hasMore, @Nullable String lastId) {

		static TeamList of(List<Team> teams, int limit) {
			List<TeamView> page = teams.stream().limit(limit).map(TeamView::of).toList();
			return new TeamList("list", page, teams.size() > limit, page.isEmpty() ? null : page.getLast().id());
		}

	}

}
