package io.hilum.usage.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One decision, as {@code audit-recorded-v1.schema.json} has it. Fields that the contract
 * does not name are not read, and those it names are short: no text of a patient can find
 * its way into the chain, which nothing is ever removed from.
 *
 * @param id the id of the event
 * @param time when it was decided
 * @param service who decided
 * @param action what was decided about
 * @param requestId the request in which it was
 * @param subject who asked
 * @param roles the roles of who asked
 * @param team the team of who asked
 * @param application the application used
 * @param keyId the key used
 * @param purpose the purpose of use
 * @param network the address the request came from
 * @param resource what was asked for
 * @param decision {@code allowed} or {@code refused}
 * @param reason why, as a code
 * @param status the status of the answer
 * @param model the model that served
 * @param provider its provider
 * @param region its region
 * @param agreement the agreement that covers it
 * @param phi what was done about identifiers
 * @param policyVersion the policy by which it was decided
 * @param collections the collections that were searched
 * @param count how many things it concerned, where that is said
 * @param patients keyed tokens of the patients whom it concerned
 * @param actors who acted on behalf of the subject, the nearest first
 */
public record AuditEvent(UUID id, Instant time, String service, String action, String requestId,
		@Nullable String subject, List<String> roles, @Nullable String team, @Nullable String application,
		@Nullable String keyId, @Nullable String purpose, @Nullable String network, @Nullable String resource,
		String decision, @Nullable String reason, int status, @Nullable String model, @Nullable String provider,
		@Nullable String region, @Nullable String agreement, @Nullable Phi phi, @Nullable String policyVersion,
		List<String> collections, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer count,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> patients,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> actors) {

	private static final int MAX_LENGTH = 512;

	/** More than the longest token that the gateway reads can name. */
	private static final int MAX_ITEMS = 2048;

	private static final int MAX_PATIENTS = 4096;

	private static final Pattern PATIENT = Pattern.compile("pt_[A-Za-z0-9_-]{24}");

	@JsonCreator
	public AuditEvent {
		Objects.requireNonNull(id, "id");
		time = time.truncatedTo(ChronoUnit.MICROS);
		requireShort(List.of(service, action, requestId, decision));
		require(decision.equals("allowed") || decision.equals("refused"), "decision is neither allowed nor refused");
		for (String value : new @Nullable String[] { subject, team, application, keyId, purpose, network, resource,
				reason, model, provider, region, agreement, policyVersion }) {
			requireText(value);
		}
		roles = List.copyOf(roles);
		collections = List.copyOf(collections);
		requireShort(roles);
		requireShort(collections);
		require(count == null || count >= 0, "count is negative");
		patients = List.copyOf(Objects.requireNonNullElse(patients, List.of()));
		require(patients.size() <= MAX_PATIENTS, "a list is too long");
		require(patients.stream().allMatch(AuditEvent::isPatient), "a patient is not a token");
		actors = List.copyOf(Objects.requireNonNullElse(actors, List.of()));
		requireShort(actors);
	}

	AuditEvent(UUID id, Instant time, String service, String action, String requestId, @Nullable String subject,
			List<String> roles, @Nullable String team, @Nullable String application, @Nullable String keyId,
			@Nullable String purpose, @Nullable String network, @Nullable String resource, String decision,
			@Nullable String reason, int status, @Nullable String policyVersion) {
		this(id, time, service, action, requestId, subject, roles, team, application, keyId, purpose, network, resource,
				decision, reason, status, null, null, null, null, null, policyVersion, List.of(), null, List.of(),
				List.of());
	}

	/**
	 * Whether a text has the form of the keyed token of a patient.
	 * @param text the text
	 * @return {@code true} if it has
	 */
	public static boolean isPatient(String text) {
		return PATIENT.matcher(text).matches();
	}

	private static void requireShort(List<String> values) {
		require(values.size() <= MAX_ITEMS, "a list is too long");
		values.forEach(AuditEvent::requireText);
	}

	private static void requireText(@Nullable String value) {
		if (value != null) {
			require(value.length() <= MAX_LENGTH, "a field is too long");
			require(value.codePoints().noneMatch(AuditEvent::isHalf), "a field is no text");
		}
	}

	/**
	 * Half a surrogate pair, which has no canonical form and so no hash.
	 */
	private static boolean isHalf(int codePoint) {
		return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
	}

	private static void require(boolean condition, String reason) {
		if (!condition) {
			throw new IllegalArgumentException(reason);
		}
	}

	/**
	 * What was done about identifiers.
	 *
	 * @param state the state of the text that left
	 * @param mode the mode of de-identification
	 * @param counts how many identifiers of each type were replaced
	 */
	public record Phi(String state, String mode, Map<String, Integer> counts) {

		public Phi {
			requireShort(List.of(state, mode));
			requireShort(List.copyOf(counts.keySet()));
			counts = Map.copyOf(counts);
		}

	}

}
