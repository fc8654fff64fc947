package io.hilum.usage.identity;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.hilum.trust.context.ServiceContext;

/**
 * Who asks. Everything that a handler knows about rights comes from here, and everything
 * here comes from the signed context.
 *
 * @param context the signed context of the request
 * @param administrators the roles that administer
 */
public record Caller(ServiceContext context, Set<String> administrators) {

	public Caller {
		administrators = Set.copyOf(administrators);
	}

	/**
	 * Whether the caller may read and change what belongs to others.
	 * @return {@code true} for administrators
	 */
	public boolean administers() {
		return this.context.roles().stream().anyMatch(this.administrators::contains);
	}

	/**
	 * The same caller with fewer roles.
	 * @param roles the roles to go without, not all of the caller's
	 * @return the caller
	 */
	public Caller without(Collection<String> roles) {
		List<String> left = this.context.roles().stream().filter((role) -> !roles.contains(role)).toList();
		return new Caller(this.context.withRoles(left), this.administrators);
	}

	/**
	 * The person or workload, as {@code issuer|subject}.
	 * @return the subject
	 */
	public String subject() {
		return this.context.subject();
	}

	/**
	 * Whether the caller may see what belongs to a subject.
	 * @param subject the owner
	 * @return {@code true} for the owner and for administrators
	 */
	public boolean mayRead(String subject) {
		return administers() || subject().equals(subject);
	}

}
