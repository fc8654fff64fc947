package io.hilum.usage.audit.chain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import tools.jackson.databind.json.JsonMapper;

/**
 * What is signed of a batch of events: where it begins and ends, the root over its
 * hashes, and the head before.
 *
 * @param batch the number of the batch, from 1
 * @param firstSequence the place of its first event
 * @param lastSequence the place of its last event
 * @param lastHash the hash of its last event
 * @param merkleRoot the root over the hashes of its events
 * @param previousHead the hash of the head before
 * @param sealedAt when it was signed
 * @param keyId by which key
 */
public record Head(long batch, long firstSequence, long lastSequence, String lastHash, String merkleRoot,
		String previousHead, Instant sealedAt, String keyId) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String DOMAIN = "hilum-audit-head-v1\n";

	/**
	 * The hash by which the next head, and an anchor elsewhere, knows this one.
	 * @return the hash
	 */
	public String hash() {
		return Hash.ofHead(canonical());
	}

	/**
	 * What the signature covers.
	 * @return the bytes
	 */
	public byte[] toSign() {
		return (DOMAIN + canonical()).getBytes(StandardCharsets.UTF_8);
	}

	private String canonical() {
		return CanonicalJson.write(JSON.valueToTree(this));
	}

}
