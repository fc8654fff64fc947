package io.hilum.trust.context;

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
		@JsonProperty("net") @Nullable String network) {

	static ContextToken of(ServiceContext context, String issuer, String audience, long expiresEpochSecond) {
		return new ContextToken(issuer, audience, expiresEpochSecond, context.requestId(), context.subject(),
				context.roles(), context.team(), context.application(), context.keyId(), context.purpose(),
				context.phi(), context.policyVersion(), context.conversation(), context.network());
	}

	ServiceContext toContext() {
		return new ServiceContext(this.requestId, this.subject, this.roles, this.team, this.application, this.keyId,
				this.purpose, this.phi, this.policyVersion, this.conversation, this.network);
	}

}
