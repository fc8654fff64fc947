package io.hilum.portal.audit;

import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.problem.ProblemCode;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Lets administrators through, and records whom it does not.
 */
@Component
public class Administration {

	/**
	 * The role that administers.
	 */
	public static final String ROLE = "Admin";

	private final AuditLog audit;

	/**
	 * Create the guard.
	 * @param audit where refusals are recorded
	 */
	public Administration(AuditLog audit) {
		this.audit = audit;
	}

	/**
	 * Require an administrator.
	 * @param caller who asks
	 * @param action what for
	 * @param resource what it would be done to
	 * @return nothing for an administrator, otherwise a refusal
	 */
	public Mono<Void> require(ServiceContext caller, AuditAction action, @Nullable String resource) {
		if (caller.hasRole(ROLE)) {
			return Mono.empty();
		}
		PortalProblem problem = PortalProblem.of(ProblemCode.FORBIDDEN, "This is for role " + ROLE);
		AuditEvent event = AuditEvent.refused(action, caller, resource, problem.code().wire(), problem.code().status());
		return this.audit.append(event).then(Mono.error(problem));
	}

}
