package io.hilum.portal.retention.web;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import io.hilum.portal.retention.RetentionPolicy;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /v1/portal/retention}, for everybody.
 */
@RestController
class RetentionController {

	private final RetentionPolicy policy;

	RetentionController(RetentionPolicy policy) {
		this.policy = policy;
	}

	@GetMapping("/v1/portal/retention")
	Mono<RetentionV1> get(ServiceContext caller) {
		String role = this.policy.keptAs(caller.roles()).orElse(null);
		Map<String, Long> roles = new TreeMap<>();
		this.policy.roles().forEach((name, kept) -> roles.put(name, days(kept)));
		Duration otherwise = this.policy.otherwise();
		return Mono.just(new RetentionV1(this.policy.of(role).map(RetentionController::days).orElse(null), roles,
				(otherwise != null) ? days(otherwise) : null));
	}

	private static long days(Duration kept) {
		return Math.max(1, kept.toDays());
	}

	/**
	 * The policy.
	 *
	 * @param own days for the caller
	 * @param roles days by role
	 * @param otherwise days for everybody else
	 */
	record RetentionV1(@Nullable Long own, Map<String, Long> roles, @Nullable Long otherwise) {
	}

}
