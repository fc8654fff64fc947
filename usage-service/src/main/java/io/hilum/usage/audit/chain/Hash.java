package io.hilum.usage.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The hashes of the evidence (SHA-256, FIPS 180-4), as lower-case hex. Each use has a
 * domain of its own, so that a hash of one kind is never one of another.
 */
public final class Hash {

	/**
	 * What the first event and the first head follow.
	 */
	public static final String NONE = "0".repeat(64);

	private static final byte[] EVENT = domain("hilum-audit-event-v1");

	private static final byte[] HEAD = domain("hilum-audit-head-v1");

	private static final byte[] LEAF = { 0 };

	private static final byte[] NODE = { 1 };

	private Hash() {
	}

	/**
	 * Link an event to the one before.
	 * @param previous the hash of the event before
	 * @param event the canonical text of the event
	 * @return the hash of the event
	 */
	public static String ofEvent(String previous, String event) {
		return sha256(EVENT, bytes(previous), event.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Identify a head.
	 * @param head the canonical text of the head
	 * @return its hash
	 */
	public static String ofHead(String head) {
		return sha256(HEAD, head.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The root of a Merkle tree over hashes (RFC 6962 section 2.1).
	 * @param hashes the hashes of the events, at least one
	 * @return the root
	 */
	public static String rootOf(List<String> hashes) {
		if (hashes.isEmpty()) {
			throw new IllegalArgumentException("a batch has at least one event");
		}
		if (hashes.size() == 1) {
			return sha256(LEAF, bytes(hashes.getFirst()));
		}
		int left = Integer.highestOneBit(hashes.size() - 1);
		return sha256(NODE, bytes(rootOf(hashes.subList(0, left))), bytes(rootOf(hashes.subList(left, hashes.size()))));
	}

	/**
	 * Whether a text is written as hashes are.
	 * @param text the text
	 * @return {@code true} for 64 digits in lower-case hex
	 */
	public static boolean isHash(String text) {
		return text.length() == NONE.length()
				&& text.chars().allMatch((digit) -> (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f'));
	}

	static byte[] domain(String name) {
		return (name + "\n").getBytes(StandardCharsets.US_ASCII);
	}

	static String sha256(byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (byte[] part : parts) {
				digest.update(part);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is part of every JDK", ex);
		}
	}

	private static byte[] bytes(String hash) {
		return HexFormat.of().parseHex(hash);
	}

}
