package io.hilum.usage.team.web;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import io.hilum.usage.team.Application;
import io.hilum.usage.team.ApplicationRegistry;
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
 * Applications over HTTP, for administrators.
 */
@RestController
@RequestMapping("/v1/applications")
class ApplicationController {

	private final ApplicationRegistry registry;

	private final AuditTrail audit;

	private final Clock clock;

	ApplicationController(ApplicationRegistry registry, AuditTrail audit, Clock clock) {
		this.registry = registry;
		this.audit = audit;
		this.clock = clock;
	}

	@PutMapping("/{id}")
	Mono<Application> set(Caller caller, @PathVariable("id") String id, @RequestBody ApplicationRequest request) {
		return this.audit.requireAdministrator(caller, "application.set", "application:" + id)
			.then(Mono.fromSupplier(() -> application(id, request, caller)))
			.flatMap((application) -> this.registry.set(caller, application));
	}

	@GetMapping
	Mono<ApplicationList> list(Caller caller, @RequestParam(name = "team", required = false) @Nullable String team,
			@RequestParam(name = "after", required = false) @Nullable String after,
			@RequestParam(name = "limit", defaultValue = "100") int limit) {
		return this.audit.requireAdministrator(caller, "application.read", null)
			.then(Mono.defer(() -> this.registry.list(team, after, Pages.requireLimit(limit) + 1)))
			.map((applications) -> ApplicationList.of(applications, limit));
	}

	@GetMapping("/{id}")
	Mono<Application> get(Caller caller, @PathVariable("id") String id) {
		return this.audit.requireAdministrator(caller, "application.read", "application:" + id)
			.then(this.registry.find(id));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(Caller caller, @PathVariable("id") String id) {
		return this.audit.requireAdministrator(caller, "application.delete", "application:" + id)
			.then(Mono.defer(() -> this.registry.delete(caller, id)));
	}

	private Application application(String id, ApplicationRequest request, Caller caller) {
		if (request.team() == null) {
			throw new UsageProblem.Invalid("team", "Expected the id of a team");
		}
		return new Application(id, Objects.requireNonNullElse(request.name(), id), request.team(),
				Objects.requireNonNullElse(request.owner(), caller.subject()),
				Objects.requireNonNullElse(request.models(), List.of("*")),
				Objects.requireNonNullElse(request.purpose(), "operations"),
				this.clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.subject());
	}

	/**
	 * What an application is to be.
	 *
	 * @param name what people call it, its id by default
	 * @param team the team that pays; it cannot be changed
	 * @param owner who answers for it, the caller by default
	 * @param models patterns of models that its keys may use, all by default
	 * @param purpose the purpose of use it was approved for
	 */
	record ApplicationRequest(@Nullable String name, @Nullable String team, @Nullable String owner,
			@Nullable List<String> models, @Nullable String purpose) {
	}

	/**
	 * A page of applications.
	 *
	 * @param object always {@code list}
	 * @param data the applications
	 * @param hasMore whether there are more
	 * @param lastId where the next page begins, as {@code after}
	 */
	record ApplicationList(String object, List<Application> data, boolean hasMore, @Nullable String lastId) {

		static ApplicationList of(List<Application> applications, int limit) {
			List<Application> page = applications.subList(0, Math.min(limit, applications.size()));
			return new ApplicationList("list", page, applications.size() > limit,
					page.isEmpty() ? null : page.getLast().id());
		}

	}

}
