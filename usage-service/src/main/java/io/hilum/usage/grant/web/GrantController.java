package io.hilum.usage.grant.web;

import java.util.List;
import java.util.Objects;

import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.grant.Emergencies;
import io.hilum.usage.grant.FourEyes;
import io.hilum.usage.grant.GrantRequest;
import io.hilum.usage.grant.RoleGrant;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Grants over HTTP.
 */
@RestController
@RequestMapping("/v1/grants")
class GrantController {

	private static final int MAX_LIMIT = 500;

	private final Emergencies emergencies;

	private final FourEyes fourEyes;

	private final AuditTrail audit;

	GrantController(Emergencies emergencies, FourEyes fourEyes, AuditTrail audit) {
		this.emergencies = emergencies;
		this.fourEyes = fourEyes;
		this.audit = audit;
	}

	@PostMapping("/emergency")
	@ResponseStatus(HttpStatus.CREATED)
	Mono<GrantView> open(Caller caller, @RequestBody GrantRequest request) {
		return this.emergencies.open(caller, request).map(GrantView::of);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<GrantView> request(Caller caller, @RequestBody GrantRequest request) {
		return this.audit.requireAdministrator(caller, "grant.request", null)
			.then(Mono.defer(() -> this.fourEyes.request(caller, request)))
			.map(GrantView::of);
	}

	@PostMapping("/{id}/approve")
	Mono<GrantView> approve(Caller caller, @PathVariable("id") String id) {
		return this.audit.requireAdministrator(caller, "grant.approve", "grant:" + id)
			.then(Mono.defer(() -> this.fourEyes.approve(caller, id)))
			.map(GrantView::of);
	}

	@PostMapping("/{id}/review")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> review(Caller caller, @PathVariable("id") String id, @RequestBody Review review) {
		return this.audit.requireAdministrator(caller, "emergency.review", "grant:" + id)
			.then(Mono
				.defer(() -> this.emergencies.review(caller, id, Objects.requireNonNullElse(review.outcome(), ""))));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> end(Caller caller, @PathVariable("id") String id) {
		return this.fourEyes.end(caller, id);
	}

	@GetMapping
	Mono<GrantList> list(Caller caller, @RequestParam(name = "after", required = false) @Nullable String after,
			@RequestParam(name = "limit", defaultValue = "100") int limit) {
		if (limit < 1 || limit > MAX_LIMIT) {
			throw new UsageProblem.Invalid("limit", "Expected 1 to " + MAX_LIMIT);
		}
		return this.fourEyes.list(caller, after, limit + 1).map((grants) -> GrantList.of(grants, limit));
	}

	/**
	 * What was found of an emergency.
	 *
	 * @param outcome {@code justified} or {@code unjustified}
	 */
	record Review(@Nullable String outcome) {
	}

	/**
	 * A page of grants.
	 *
	 * @param object always {@code list}
	 * @param data the grants
	 * @param hasMore whether there are more
	 * @param lastId where the next page begins, as {@code after}
	 */
	record GrantList(String object, List<GrantView> data, boolean hasMore, @Nullable String lastId) {

		static GrantList of(List<RoleGrant> grants, int limit) {
			List<RoleGrant> page = grants.subList(0, Math.min(limit, grants.size()));
			return new GrantList("list", page.stream().map(GrantView::of).toList(), grants.size() > limit,
					page.isEmpty() ? null : page.getLast().id());
		}

	}

}
