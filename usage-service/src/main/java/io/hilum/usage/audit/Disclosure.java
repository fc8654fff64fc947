package io.hilum.usage.audit;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * That somebody outside was given something about a patient: date, recipient, what and
 * why, as 45 CFR 164.528(b)(2) asks. What was de-identified before it left is on the list
 * too and says so.
 *
 * @param sequence the place of its event in the chain
 * @param time when
 * @param requestId in which request
 * @param subject who asked for it
 * @param team for which team
 * @param application with which application
 * @param purpose why
 * @param recipient who received it
 * @param data what
 */
public record Disclosure(long sequence, Instant time, String requestId, @Nullable String subject, @Nullable String team,
		@Nullable String application, @Nullable String purpose, Recipient recipient, Data data) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int SERVER_ERROR = 500;

	/**
	 * Read an event.
	 * @param sequence its place
	 * @param text its canonical text
	 * @return the disclosure, {@code null} if nothing left
	 */
	public static @Nullable Disclosure of(long sequence, String text) {
		try {
			AuditEvent event = JSON.readValue(text, AuditEvent.class);
			AuditEvent.Phi phi = event.phi();
			return (phi != null && left(event, phi)) ? of(sequence, event, phi) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Where a request broke off after its text was ready, it is not known whether the
	 * text arrived: it counts.
	 */
	private static boolean left(AuditEvent event, AuditEvent.Phi phi) {
		return event.provider() != null || (!phi.state().equals("NONE")
				&& (event.decision().equals("allowed") || event.status() >= SERVER_ERROR));
	}

	private static Disclosure of(long sequence, AuditEvent event, AuditEvent.Phi phi) {
		return new Disclosure(sequence, event.time(), event.requestId(), event.subject(), event.team(),
				event.application(), event.purpose(),
				new Recipient(event.provider(), event.region(), event.model(), event.agreement()),
				new Data(phi.state(), phi.mode(), phi.counts()));
	}

	/**
	 * Who received it.
	 *
	 * @param provider the provider; {@code null} if the request broke off before it was
	 * known
	 * @param region its region
	 * @param model its model
	 * @param agreement the agreement under which
	 */
	public record Recipient(@Nullable String provider, @Nullable String region, @Nullable String model,
			@Nullable String agreement) {
	}

	/**
	 * What was given.
	 *
	 * @param state {@code DEIDENTIFIED}, or {@code RAW} if identifiers were in it
	 * @param mode what was done to identifiers
	 * @param kinds how many identifiers of each type were found in it
	 */
	public record Data(String state, String mode, Map<String, Integer> kinds) {
	}

}
