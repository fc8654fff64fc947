package io.hilum.usage.audit.chain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Objects;

import tools.jackson.databind.json.JsonMapper;

/**
 * That the beginning of a chain was removed when its time was over. The head of the last
 * batch that was removed stays, so that what follows can be verified from there on.
 *
 * @param last the head of the last batch that was removed
 * @param headSignature its signature, as it was
 * @param retention for how long events were kept, as ISO 8601 writes a period
 * @param expiredAt when they were removed
 * @param keyId the key that signed this
 * @param signature the Ed25519 signature in Base64, over the other fields
 */
public record Expiry(Head last, String headSignature, String retention, Instant expiredAt, String keyId,
		String signature) {

	/**
	 * For how long evidence is kept at least: six years (45 CFR 164.316(b)(2)(i)).
	 */
	public static final Period LEAST = Period.ofYears(6);

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String DOMAIN = "hilum-audit-expiry-v1\n";

	public Expiry {
		Objects.requireNonNull(last, "last");
		Objects.requireNonNull(headSignature, "headSignature");
		Objects.requireNonNull(retention, "retention");
		Objects.requireNonNull(expiredAt, "expiredAt");
		Objects.requireNonNull(keyId, "keyId");
		Objects.requireNonNull(signature, "signature");
	}

	/**
	 * Read what was written.
	 * @param json its JSON
	 * @return the expiry
	 */
	public static Expiry parse(String json) {
		Expiry read = JSON.readValue(json, Expiry.class);
		if (read == null) {
			throw new IllegalArgumentException("null says nothing");
		}
		return read;
	}

	/**
	 * When what was sealed at a time may be removed.
	 * @param sealedAt when it was sealed
	 * @param retention for how long it is kept
	 * @return the first moment at which it may go
	 */
	public static Instant dueAt(Instant sealedAt, Period retention) {
		LocalDate day = LocalDate.ofInstant(sealedAt, ZoneOffset.UTC).plus(retention).plusDays(1);
		return day.atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	/**
	 * Whether nothing was removed before its time.
	 * @return {@code true} if the last batch was due
	 */
	public boolean isDue() {
		try {
			Period kept = Period.parse(this.retention);
			boolean longEnough = !dueAt(Instant.EPOCH, kept).isBefore(dueAt(Instant.EPOCH, LEAST));
			return longEnough && !this.expiredAt.isBefore(dueAt(this.last.sealedAt(), kept));
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

	/**
	 * The expiry with its signature.
	 * @param newSignature the signature in Base64
	 * @return the expiry
	 */
	public Expiry signed(String newSignature) {
		return new Expiry(this.last, this.headSignature, this.retention, this.expiredAt, this.keyId, newSignature);
	}

	/**
	 * What the signature covers.
	 * @return the bytes
	 */
	public byte[] toSign() {
		return (DOMAIN + signed("").toJson()).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Write the expiry.
	 * @return its JSON in canonical form
	 */
	public String toJson() {
		return CanonicalJson.write(JSON.valueToTree(this));
	}

}
