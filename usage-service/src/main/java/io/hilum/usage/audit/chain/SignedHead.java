package io.hilum.usage.audit.chain;

import java.util.List;
import java.util.Objects;

import tools.jackson.databind.json.JsonMapper;

/**
 * A head with its signature and the hashes under its root, by which an alteration can be
 * told from its neighbours.
 *
 * @param head the head
 * @param signature the Ed25519 signature (RFC 8032) in Base64
 * @param leaves the hashes of the batch's events, in order
 */
public record SignedHead(Head head, String signature, List<String> leaves) {

	private static final JsonMapper JSON = JsonMapper.shared();

	public SignedHead {
		Objects.requireNonNull(head, "head");
		Objects.requireNonNull(signature, "signature");
		leaves = List.copyOf(leaves);
	}

	/**
	 * Read a head.
	 * @param json its JSON
	 * @return the head
	 */
	public static SignedHead parse(String json) {
		SignedHead read = JSON.readValue(json, SignedHead.class);
		if (read == null) {
			throw new IllegalArgumentException("null says nothing");
		}
		return read;
	}

	/**
	 * Write the head.
	 * @return its JSON in canonical form
	 */
	public String toJson() {
		return CanonicalJson.write(JSON.valueToTree(this));
	}

}
