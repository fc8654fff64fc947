package io.hilum.gateway.audit;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One decision of this gateway, as {@code audit-recorded-v1} has it. Never text.
 *
 * @param id the id of the event, a UUID
 * @param time when the outcome was known
 * @param service the name of this service
 * @param action what was asked for
 * @param requestId the id of the request
 * @param subject who asked
 * @param roles in which roles
 * @param team for which team
 * @param application with which application
 * @param keyId with which Hilum key
 * @param purpose for which purpose
 * @param network from which address
 * @param resource on what
 * @param decision whether it was allowed
 * @param reason why it was refused or how it ended
 * @param status the HTTP status that the client got
 * @param model the model that served it
 * @param provider the provider that served it
 * @param region the region that it was served in
 * @param agreement the agreement that covers the provider
 * @param phi what happened to identifiers
 * @param policyVersion the version of the de-identification policy
 * @param collections the collections that were searched
 * @param count how many things it concerned, where the service that was asked says so
 * @param patients tokens of those whom it concerned
 * @param actors who acted on behalf of the subject, the nearest first
 */
public record AuditEvent(String id, Instant time, String service, String action, String requestId,
		@Nullable String subject, List<String> roles, @Nullable String team, @Nullable String application,
		@Nullable String keyId, @Nullable String purpose, @Nullable String network, @Nullable String resource,
		Decision decision, @Nullable String reason, int status, @Nullable String model, @Nullable String provider,
		@Nullable String region, @Nullable String agreement, @Nullable PhiRecord phi, @Nullable String policyVersion,
		List<String> collections, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer count,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> patients,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> actors) {

	/**
	 * The name of this service in its events.
	 */
	public static final String SERVICE = "gateway-service";

	/**
	 * An event that does not say whom or how many things it concerned.
	 * @param id the id of the event, a UUID
	 * @param time when the outcome was known
	 * @param service the name of this service
	 * @param action what was asked for
	 * @param requestId the id of the request
	 * @param subject who asked
	 * @param roles in which roles
	 * @param team for which team
	 * @param application with which application
	 * @param keyId with which Hilum key
	 * @param purpose for which purpose
	 * @param network from which address
	 * @param resource on what
	 * @param decision whether it was allowed
	 * @param reason why it was refused or how it ended
	 * @param status the HTTP status that the client got
	 * @param model the model that served it
	 * @param provider the provider that served it
	 * @param region the region that it was served in
	 * @param agreement the agreement that covers the provider
	 * @param phi what happened to identifiers
	 * @param policyVersion the version of the de-identification policy
	 * @param collections the collections that were searched
	 */
	public AuditEvent(String id, Instant time, String service, String action, String requestId,
			@Nullable String subject, List<String> roles, @Nullable String team, @Nullable String application,
			@Nullable String keyId, @Nullable String purpose, @Nullable String network, @Nullable String resource,
			Decision decision, @Nullable String reason, int status, @Nullable String model, @Nullable String provider,
			@Nullable String region, @Nullable String agreement, @Nullable PhiRecord phi,
			@Nullable String policyVersion, List<String> collections) {
		this(id, time, service, action, requestId, subject, roles, team, application, keyId, purpose, network, resource,
				decision, reason, status, model, provider, region, agreement, phi, policyVersion, collections, null,
				List.of(), List.of());
	}

	/**
	 * The same event with whom it concerned.
	 * @param tokens tokens of the patients
	 * @return the event
	 */
	public AuditEvent concerning(List<String> tokens) {
		return new AuditEvent(this.id, this.time, this.service, this.action, this.requestId, this.subject, this.roles,
				this.team, this.application, this.keyId, this.purpose, this.network, this.resource, this.decision,
				this.reason, this.status, this.model, this.provider, this.region, this.agreement, this.phi,
				this.policyVersion, this.collections, this.count, tokens, this.actors);
	}

	/**
	 * The same event with how many things it concerned.
	 * @param number the number
	 * @return the event
	 */
	public AuditEvent counting(int number) {
		return new AuditEvent(this.id, this.time, this.service, this.action, this.requestId, this.subject, this.roles,
				this.team, this.application, this.keyId, this.purpose, this.network, this.resource, this.decision,
				this.reason, this.status, this.model, this.provider, this.region, this.agreement, this.phi,
				this.policyVersion, this.collections, number, this.patients, this.actors);
	}

	/**
	 * The same event with who acted on behalf of the subject.
	 * @param chain the actors, the nearest first
	 * @return the event
	 */
	public AuditEvent actedBy(List<String> chain) {
		return new AuditEvent(this.id, this.time, this.service, this.action, this.requestId, this.subject, this.roles,
				this.team, this.application, this.keyId, this.purpose, this.network, this.resource, this.decision,
				this.reason, this.status, this.model, this.provider, this.region, this.agreement, this.phi,
				this.policyVersion, this.collections, this.count, this.patients, chain);
	}

}
