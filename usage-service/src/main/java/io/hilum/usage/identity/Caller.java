package io.hilum.usage.identity;

import java.util.Set;

import io.hilum.trust.context.ServiceContext;

/**
 * Who asks. Everything that a handler knows about rights comes from here, and everything
 * here comes from the signed context.
 *
 * @param context the signed context of the request
 * @param administers whether the caller may read and change what belongs to others
 */
public record Caller(ServiceContext context, boolean administers) {

	/**
	 * Create a caller.
	 * @param context the signed context
	 * @param administrators the roles that administer
	 * @return the caller
	 */
	public static Caller of(ServiceContext context, Set<String> administrators) {
		return new Caller(context, context.roles().stream().anyMatch(administrators::contains));
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
		return this.administers || subject().equals(subject);
	}

}
