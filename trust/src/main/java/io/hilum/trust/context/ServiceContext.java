package io.hilum.trust.context;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, for what, and in which state the text of the request is: the only source of
 * identity behind the gateway.
 *
 * @param requestId the id of the client's request, at most 64 characters
 * @param subject the person or workload, as {@code issuer|subject} of the token
 * @param roles the roles that the caller has, at least one
 * @param team the team that pays
 * @param application the application that was used, if it is known
 * @param keyId the id of the Hilum key that was used, if one was
 * @param purpose the purpose of use, such as {@code treatment}
 * @param phi the state of the text that travels with this context
 * @param policyVersion the version of the policy by which the state was reached
 * @param conversation the scope within which pseudonyms are stable
 * @param network the address of the client, if it is known
 * @param signIn how the caller signed in; {@code null} = nothing is known, which is
 * enough for nothing that asks
 * @param models the models that the credential may be used for, by whatever name they are
 * reached
 */
public record ServiceContext(String requestId, String subject, List<String> roles, String team,
		@Nullable String application, @Nullable String keyId, String purpose, PhiState phi, String policyVersion,
		String conversation, @Nullable String network, @Nullable SignIn signIn, ModelScope models) {

	/**
	 * The name of the header that carries the signed context.
	 */
	public static final String HEADER = "Hilum-Context";

	public ServiceContext {
		if (requestId.isBlank() || requestId.length() > 64) {
			throw new IllegalArgumentException("requestId must have 1 to 64 characters, has " + requestId.length());
		}
		if (subject.isBlank()) {
			throw new IllegalArgumentException("subject must not be blank");
		}
		if (roles.isEmpty()) {
			throw new IllegalArgumentException("a context needs at least one role");
		}
		roles = List.copyOf(roles);
		// Work that waited since before there was this part has none.
		models = (models != null) ? models : ModelScope.ALL;
	}

	/**
	 * A context of which neither the address of the client nor the sign-in is known, for
	 * all models.
	 * @param requestId the id of the client's request, at most 64 characters
	 * @param subject the person or workload
	 * @param roles the roles that the caller has, at least one
	 * @param team the team that pays
	 * @param application the application that was used, if it is known
	 * @param keyId the id of the Hilum key that was used, if one was
	 * @param purpose the purpose of use
	 * @param phi the state of the text that travels with this context
	 * @param policyVersion the version of the policy by which the state was reached
	 * @param conversation the scope within which pseudonyms are stable
	 */
	public ServiceContext(String requestId, String subject, List<String> roles, String team,
			@Nullable String application, @Nullable String keyId, String purpose, PhiState phi, String policyVersion,
			String conversation) {
		this(requestId, subject, roles, team, application, keyId, purpose, phi, policyVersion, conversation, null, null,
				ModelScope.ALL);
	}

	/**
	 * The same context with another state of its text.
	 * @param state the new state
	 * @param version the version of the policy by which it was reached
	 * @return the new context
	 */
	public ServiceContext withPhi(PhiState state, String version) {
		return new ServiceContext(this.requestId, this.subject, this.roles, this.team, this.application, this.keyId,
				this.purpose, state, version, this.conversation, this.network, this.signIn, this.models);
	}

	/**
	 * The same context with other roles.
	 * @param others the roles, at least one
	 * @return the new context
	 */
	public ServiceContext withRoles(List<String> others) {
		return new ServiceContext(this.requestId, this.subject, others, this.team, this.application, this.keyId,
				this.purpose, this.phi, this.policyVersion, this.conversation, this.network, this.signIn, this.models);
	}

	/**
	 * The same context with the address of the client.
	 * @param address the address
	 * @return the new context
	 */
	public ServiceContext withNetwork(String address) {
		return new ServiceContext(this.requestId, this.subject, this.roles, this.team, this.application, this.keyId,
				this.purpose, this.phi, this.policyVersion, this.conversation, address, this.signIn, this.models);
	}

	/**
	 * The same context with how the caller signed in.
	 * @param how the sign-in
	 * @return the new context
	 */
	public ServiceContext withSignIn(SignIn how) {
		return new ServiceContext(this.requestId, this.subject, this.roles, this.team, this.application, this.keyId,
				this.purpose, this.phi, this.policyVersion, this.conversation, this.network, how, this.models);
	}

	/**
	 * The same context for other models.
	 * @param scope the models that the credential may be used for
	 * @return the new context
	 */
	public ServiceContext withModels(ModelScope scope) {
		return new ServiceContext(this.requestId, this.subject, this.roles, this.team, this.application, this.keyId,
				this.purpose, this.phi, this.policyVersion, this.conversation, this.network, this.signIn, scope);
	}

	/**
	 * Whether the caller has a role.
	 * @param role the name of the role
	 * @return {@code true} if the caller has it
	 */
	public boolean hasRole(String role) {
		return this.roles.contains(role);
	}

}
