package io.hilum.gateway.admission;

import java.util.List;

import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.Role;
import io.hilum.gateway.problem.GatewayProblem;
import org.jspecify.annotations.Nullable;

/**
 * Under which roles, and therefore conditions, a request is made.
 *
 * @param roles the names of the roles that permit it
 * @param mode what is done to identifiers, the strictest of the roles
 * @param media whether all of the roles let content pass that cannot be scanned
 * @param state whether all of the roles let a provider keep what is said
 */
public record Grant(List<String> roles, PhiMode mode, boolean media, boolean state) {

	/**
	 * Refuse content that nobody can search for identifiers, unless the roles let it
	 * pass.
	 * @param unscannable the field that has it, {@code null} if there is none
	 * @throws io.hilum.gateway.problem.ProblemException if it may not pass
	 */
	public void requireScannable(@Nullable String unscannable) {
		if (unscannable != null && !this.media) {
			throw new GatewayProblem.Invalid("unscannable_content",
					"The request has an image, audio, a file or something else that cannot be searched for identifiers of"
							+ " patients, at " + unscannable
							+ ". Your role may send text only; an administrator can allow more (media: allow)",
					unscannable)
				.asException();
		}
	}

	static Grant of(List<Role> roles) {
		PhiMode mode = roles.stream().map(Role::phi).reduce(PhiMode.ALLOW, PhiMode::stricter);
		return new Grant(roles.stream().map(Role::name).toList(), mode, roles.stream().allMatch(Role::media),
				roles.stream().allMatch(Role::state));
	}

}
