package io.hilum.routing.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.hilum.routing.body.Endpoint;
import io.hilum.trust.context.ServiceContext;

/**
 * Derives keys of answers from all that may change them: who shares an answer has the
 * same catalogue, policy, team, roles and application, and asks the same, byte for byte.
 * Pseudonyms differ between conversations, so a text with identifiers is known within its
 * conversation only.
 */
public final class CacheKeys {

	private static final String ALGORITHM = "HmacSHA512";

	private static final int HALF = 32;

	private final SecretKeySpec key;

	/**
	 * Create the keys.
	 * @param secret the key that all others follow from, the same in all replicas
	 */
	public CacheKeys(String secret) {
		this.key = new SecretKeySpec(("response-cache-v1:" + secret).getBytes(StandardCharsets.UTF_8), ALGORITHM);
	}

	/**
	 * The key of a request.
	 * @param catalogueVersion the version of the catalogue
	 * @param caller who asks
	 * @param endpoint the operation
	 * @param body the body, its model and whether it is streamed included
	 * @return the key
	 */
	public CacheKey of(String catalogueVersion, ServiceContext caller, Endpoint endpoint, byte[] body) {
		Mac mac = mac();
		update(mac, catalogueVersion);
		update(mac, caller.policyVersion());
		update(mac, caller.phi().name());
		update(mac, caller.team());
		update(mac, Objects.toString(caller.application(), ""));
		List<String> roles = caller.roles().stream().sorted().distinct().toList();
		update(mac, Integer.toString(roles.size()));
		roles.forEach((role) -> update(mac, role));
		update(mac, endpoint.eventName());
		update(mac, body);
		return key(mac);
	}

	/**
	 * The key of something else that follows from a purpose and some fields.
	 * @param purpose what it is for, no version of a catalogue
	 * @param fields what it follows from
	 * @return the key
	 */
	public CacheKey of(String purpose, String... fields) {
		Mac mac = mac();
		update(mac, "purpose:" + purpose);
		for (String field : fields) {
			update(mac, field);
		}
		return key(mac);
	}

	/**
	 * The key of something else that follows from a purpose and a body.
	 * @param purpose what it is for, no version of a catalogue
	 * @param endpoint the operation that the body is for
	 * @param body the body
	 * @return the key
	 */
	public CacheKey of(String purpose, Endpoint endpoint, byte[] body) {
		Mac mac = mac();
		update(mac, "purpose:" + purpose);
		update(mac, endpoint.eventName());
		update(mac, body);
		return key(mac);
	}

	private static CacheKey key(Mac mac) {
		byte[] both = mac.doFinal();
		return new CacheKey(HexFormat.of().formatHex(both, 0, HALF), new SecretKeySpec(both, HALF, HALF, "AES"));
	}

	private Mac mac() {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return mac;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ALGORITHM + " is part of every JDK", ex);
		}
	}

	private static void update(Mac mac, String field) {
		update(mac, field.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Each field with its length before it, so that no two lists of fields are the same
	 * bytes.
	 */
	private static void update(Mac mac, byte[] field) {
		mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).flip());
		mac.update(field);
	}

}
