package io.hilum.usage.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One finished request, as {@code usage-recorded-v1.schema.json} has it. Fields that the
 * contract does not name are not read, so that the ledger holds no text by construction.
 *
 * @param id the id of the event, unique in the ledger
 * @param time when the request ended
 * @param requestId the client's request; its embeddings and its answer share it
 * @param subject who asked
 * @param roles the roles of who asked
 * @param team the team that pays
 * @param application the application used
 * @param keyId the key used
 * @param purpose the purpose of use
 * @param endpoint the kind of request
 * @param stream whether the answer was streamed
 * @param requestedModel the model asked for
 * @param servedModel the model that answered, as its provider names it
 * @param deployment the deployment that answered
 * @param provider its provider
 * @param region its region
 * @param agreement the agreement that covers it
 * @param outcome how the request ended
 * @param status the status of the answer
 * @param errorCode what went wrong
 * @param attempts the calls that were made
 * @param tokens what was used
 * @param source where the counts come from
 * @param prices by which it was charged
 * @param costNanoUsd the cost in nano-dollars
 * @param hold what was held for it
 * @param timing how long it took
 * @param phi what was done about identifiers
 * @param catalogueVersion the catalogue it was planned by
 * @param decision why the deployment was chosen
 */
public record LedgerEntry(UUID id, Instant time, String requestId, String subject, List<String> roles, String team,
		@Nullable String application, @Nullable String keyId, String purpose, String endpoint, boolean stream,
		String requestedModel, @Nullable String servedModel, @Nullable String deployment, @Nullable String provider,
		@Nullable String region, @Nullable String agreement, String outcome, int status, @Nullable String errorCode,
		List<Attempt> attempts, Tokens tokens, String source, Prices prices, long costNanoUsd, @Nullable Hold hold,
		Timing timing, Identifiers phi, String catalogueVersion, RoutingDecision decision) {

	public LedgerEntry {
		Objects.requireNonNull(id, "id");
		time = time.truncatedTo(ChronoUnit.MICROS);
		Bounds.required(requestId, subject, team, purpose, endpoint, requestedModel, outcome, source, catalogueVersion);
		Bounds.optional(application, keyId, servedModel, deployment, provider, region, agreement, errorCode);
		Bounds.notNegative(costNanoUsd, status);
		Objects.requireNonNull(tokens, "tokens");
		Objects.requireNonNull(prices, "prices");
		Objects.requireNonNull(timing, "timing");
		Objects.requireNonNull(phi, "phi");
		Objects.requireNonNull(decision, "decision");
		roles = Bounds.list(roles);
		Bounds.required(roles.toArray(String[]::new));
		attempts = Bounds.list(attempts);
	}

	/**
	 * The model that reports speak of: the one that answered, as the provider's invoice
	 * names it, or the one asked for if none did.
	 * @return the model
	 */
	public String model() {
		return (this.servedModel != null) ? this.servedModel : this.requestedModel;
	}

	/**
	 * Whether the request failed.
	 * @return {@code true} for errors and crashes, {@code false} for what a client gave
	 * up
	 */
	public boolean failed() {
		return this.outcome.equals("error") || this.outcome.equals("crashed");
	}

}
