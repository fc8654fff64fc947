package io.hilum.gateway.admission;

import java.util.List;

import io.hilum.gateway.identity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A request as far as limits care.
 *
 * @param lease the id of the request
 * @param account the key or the person by which it is counted
 * @param owner for whom a key speaks, {@code null} where a person asks
 * @param team the team that pays
 * @param model the model that is asked for, if there is one
 * @param roles the roles of the caller, by which limits are chosen
 * @param tokens how many tokens it counts for
 */
public record Asking(String lease, String account, @Nullable String owner, String team, @Nullable String model,
		List<String> roles, long tokens) {

	public Asking {
		roles = List.copyOf(roles);
	}

	/**
	 * A request of a caller.
	 * @param caller who asks
	 * @param roles the roles in which the caller may
	 * @param lease the id of the request
	 * @return the request, of no model and no tokens
	 */
	public static Asking of(Caller caller, List<String> roles, String lease) {
		return new Asking(lease, caller.account(), (caller.keyId() != null) ? "subject:" + caller.subject() : null,
				caller.team(), null, roles, 0);
	}

	/**
	 * The same request, of a model.
	 * @param name the model
	 * @param count how many tokens it counts for
	 * @return the request
	 */
	public Asking of(String name, long count) {
		return new Asking(this.lease, this.account, this.owner, this.team, name, this.roles, count);
	}

}
