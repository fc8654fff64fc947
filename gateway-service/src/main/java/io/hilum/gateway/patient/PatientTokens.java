package io.hilum.gateway.patient;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.hilum.gateway.phi.ScrubOrder.KnownIdentity;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.trust.seal.Hmac;
import io.hilum.trust.text.PhiText;

/**
 * Makes tokens of the identifiers by which a patient is known for certain (HMAC-SHA256
 * under a key of this purpose alone). The same number gives the same token however it is
 * written, for as long as the key is the same; no token tells its number.
 */
@Component
public class PatientTokens {

	/** Names are not among them: two patients may share one. */
	private static final List<String> TYPES = List.of("MRN", "HEALTH_PLAN", "SSN");

	private static final Logger logger = LoggerFactory.getLogger(PatientTokens.class);

	private static final int KEY_BYTES = 32;

	private static final int LENGTH = 24;

	private final @Nullable Hmac key;

	private final int maxPerRequest;

	/**
	 * Create tokens.
	 * @param properties the key and bounds
	 */
	public PatientTokens(PatientProperties properties) {
		this.maxPerRequest = properties.maxPerRequest();
		this.key = properties.key().isBlank() ? null : parse(properties.key());
		if (this.key == null) {
			logger.warn(
					"hilum.patients.key (HILUM_PATIENT_MASTER) is not set: the audit cannot say whom a request concerned");
		}
	}

	private static Hmac parse(String base64) {
		try {
			byte[] bytes = Base64.getDecoder().decode(base64.strip());
			if (bytes.length == KEY_BYTES) {
				return new Hmac(bytes);
			}
		}
		catch (IllegalArgumentException ex) {
			// The message of the decoder would quote the key.
		}
		throw new IllegalArgumentException("hilum.patients.key must be 32 bytes in Base64");
	}

	/**
	 * Whether patients are put on record.
	 * @return {@code true} if there is a key
	 */
	public boolean enabled() {
		return this.key != null;
	}

	/**
	 * Make a token.
	 * @param type the type of the identifier
	 * @param identifier the identifier as somebody wrote it
	 * @return the token; {@code null} if a patient cannot be known by this, or there is
	 * no key
	 */
	public @Nullable String token(String type, PhiText identifier) {
		String number = normal(identifier);
		if (this.key == null || !TYPES.contains(type) || number.isEmpty()) {
			return null;
		}
		byte[] code = this.key.code((type + "\n" + number).getBytes(StandardCharsets.UTF_8));
		return "pt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(code).substring(0, LENGTH);
	}

	/**
	 * Whom a request concerns.
	 * @param known who is known to be in it
	 * @param pseudonyms what the pseudonyms in it stand for, such as {@code [MRN_7KQ2]}
	 * @return tokens, each once
	 * @throws io.hilum.gateway.problem.ProblemException if it concerns too many
	 */
	public List<String> of(Collection<KnownIdentity> known, Map<String, PhiText> pseudonyms) {
		if (this.key == null) {
			return List.of();
		}
		Set<String> tokens = new LinkedHashSet<>();
		known.forEach((identity) -> add(token(identity.type(), identity.value()), tokens));
		pseudonyms.forEach((pseudonym, original) -> TYPES.stream()
			.filter((type) -> pseudonym.startsWith("[" + type + "_"))
			.forEach((type) -> add(token(type, original), tokens)));
		if (tokens.size() > this.maxPerRequest) {
			throw new GatewayProblem.Invalid("too_many_patients",
					"A request may concern " + this.maxPerRequest
							+ " patients at most, so that each of them can be told who asked. Send it in parts",
					null)
				.asException();
		}
		return List.copyOf(tokens);
	}

	private static void add(@Nullable String token, Set<String> tokens) {
		if (token != null) {
			tokens.add(token);
		}
	}

	/**
	 * What remains of a number when it is written in another way: with blanks or hyphens,
	 * in full width, in small letters, or padded with zeros in front.
	 */
	private static String normal(PhiText identifier) {
		String plain = Normalizer.normalize(identifier.reveal(), Normalizer.Form.NFKC)
			.toUpperCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N}]", "");
		String unpadded = plain.replaceFirst("^0+", "");
		return unpadded.isEmpty() ? plain : unpadded;
	}

}
