package io.hilum.trust.context;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The signed content of a context, with short names since it travels with every call.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContextToken(@JsonProperty("iss") String issuer, @JsonProperty("aud") String audience,
		@JsonProperty("exp") long expiresEpochSecond, @JsonProperty("rid") String requestId,
		@JsonProperty("sub") String subject, @JsonProperty("rol") List<String> roles, @JsonProperty("tea") String team,
		@JsonProperty("app") @Nullable String application, @JsonProperty("kid") @Nullable String keyId,
		@JsonProperty("pur") String purpose, @JsonProperty("phi") PhiState phi,
		@JsonProperty("pol") String policyVersion, @JsonProperty("con") String conversation,
		@JsonProperty("net") @Nullable String network, @JsonProperty("sgn") @Nullable Signed signIn,
		@JsonProperty("mod") @Nullable List<String> models) {

	static ContextToken of(ServiceContext context, String issuer, String audience, long expiresEpochSecond) {
		return new ContextToken(issuer, audience, expiresEpochSecond, context.requestId(), context.subject(),
				context.roles(), context.team(), context.application(), context.keyId(), context.purpose(),
				context.phi(), context.policyVersion(), context.conversation(), context.network(),
				Signed.of(context.signIn()),
				context.models().coversAll() ? null : context.models().fitting().patterns());
	}

	ServiceContext toContext() {
		return new ServiceContext(this.requestId, this.subject, this.roles, this.team, this.application, this.keyId,
				this.purpose, this.phi, this.policyVersion, this.conversation, this.network,
				(this.signIn != null) ? this.signIn.toSignIn() : null,
				(this.models != null) ? new ModelScope(this.models) : ModelScope.ALL);
	}

	/**
	 * How somebody signed in.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Signed(@JsonProperty("mfa") boolean secondFactor, @JsonProperty("acr") @Nullable List<String> contexts,
			@JsonProperty("at") @Nullable Long atEpochMilli, @JsonProperty("per") @Nullable Boolean person) {

		static @Nullable Signed of(@Nullable SignIn signIn) {
			if (signIn == null) {
				return null;
			}
			Instant at = signIn.at();
			return new Signed(signIn.secondFactor(), signIn.contexts(), (at != null) ? at.toEpochMilli() : null,
					signIn.person() ? Boolean.TRUE : null);
		}

		SignIn toSignIn() {
			return new SignIn(this.secondFactor, (this.contexts != null) ? this.contexts : List.of(),
					(this.atEpochMilli != null) ? Instant.ofEpochMilli(this.atEpochMilli) : null,
					Boolean.TRUE.equals(this.person));
		}

	}

}
