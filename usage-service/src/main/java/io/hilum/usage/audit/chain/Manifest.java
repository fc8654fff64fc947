package io.hilum.usage.audit.chain;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import tools.jackson.databind.json.JsonMapper;

/**
 * How far an archive reaches. It is written last: what it does not count is not there
 * yet.
 *
 * @param batches the number of batches
 * @param events the number of events
 * @param lastHead the hash of the last head
 * @param keyId the key that signed
 * @param signature the Ed25519 signature in Base64, over the other fields
 */
public record Manifest(long batches, long events, String lastHead, String keyId, String signature) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String DOMAIN = "hilum-audit-manifest-v1\n";

	public Manifest {
		Objects.requireNonNull(lastHead, "lastHead");
		Objects.requireNonNull(keyId, "keyId");
		Objects.requireNonNull(signature, "signature");
	}

	/**
	 * A manifest that ends with a head.
	 * @param last the last head
	 * @return the manifest, not yet signed
	 */
	public static Manifest endingWith(Head last) {
		return new Manifest(last.batch(), last.lastSequence(), last.hash(), last.keyId(), "");
	}

	/**
	 * Read a manifest.
	 * @param json its JSON
	 * @return the manifest
	 */
	public static Manifest parse(String json) {
		Manifest read = JSON.readValue(json, Manifest.class);
		if (read == null) {
			throw new IllegalArgumentException("null says nothing");
		}
		return read;
	}

	/**
	 * The manifest with its signature.
	 * @param newSignature the signature in Base64
	 * @return the manifest
	 */
	public Manifest signed(String newSignature) {
		return new Manifest(this.batches, this.events, this.lastHead, this.keyId, newSignature);
	}

	/**
	 * The manifest, to be signed by another key than its last head.
	 * @param newKeyId the id of the key
	 * @return the manifest
	 */
	public Manifest withKey(String newKeyId) {
		return new Manifest(this.batches, this.events, this.lastHead, newKeyId, this.signature);
	}

	/**
	 * What the signature covers.
	 * @return the bytes
	 */
	public byte[] toSign() {
		return (DOMAIN + signed("").toJson()).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Write the manifest.
	 * @return its JSON in canonical form
	 */
	public String toJson() {
		return CanonicalJson.write(JSON.valueToTree(this));
	}

}
