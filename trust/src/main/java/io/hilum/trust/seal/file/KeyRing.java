package io.hilum.trust.seal.file;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import reactor.core.publisher.Mono;

import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.DataKeys;
import io.hilum.trust.seal.KeyKeeper;
import io.hilum.trust.seal.KeyKeeperException;
import io.hilum.trust.seal.SealBrokenException;
import io.hilum.trust.seal.UnknownKeyException;
import io.hilum.trust.seal.WrappedKey;

/**
 * Keys in memory, the first of which wraps (AES-256-GCM). Immutable.
 */
public final class KeyRing implements KeyKeeper {

	private static final int ID_BYTES = 8;

	private final Map<String, AesGcm> keys;

	private final String first;

	private KeyRing(Map<String, AesGcm> keys) {
		this.keys = keys;
		this.first = keys.keySet()
			.stream()
			.findFirst()
			.orElseThrow(() -> new KeyKeeperException("there is no key that could wrap"));
	}

	/**
	 * Read keys that have names.
	 * @param lines one key each, {@code ID BASE64}; blank ones are passed over
	 * @return the keys
	 * @throws KeyKeeperException if there is none, or a line is none
	 */
	static KeyRing parse(List<String> lines) {
		Map<String, AesGcm> keys = new LinkedHashMap<>();
		lines.stream().filter((line) -> !line.isBlank()).forEach((line) -> {
			String[] fields = line.strip().split("\\s+");
			if (fields.length != 2 || !add(keys, fields[0], fields[1])) {
				throw new KeyKeeperException(
						"key " + (keys.size() + 1) + " has not the form of an id of its own and 32 bytes in Base64");
			}
		});
		return new KeyRing(keys);
	}

	/**
	 * Read keys that have no names; their fingerprints are their ids.
	 * @param secrets each 32 bytes in Base64 (RFC 4648 section 4)
	 * @return the keys
	 * @throws KeyKeeperException if there is none, or one is none
	 */
	public static KeyRing of(List<String> secrets) {
		Map<String, AesGcm> keys = new LinkedHashMap<>();
		for (String secret : secrets) {
			String id = HexFormat.of().formatHex(DataKeys.fingerprint("id/" + secret), 0, ID_BYTES);
			if (!add(keys, id, secret)) {
				throw new KeyKeeperException(
						"key " + (keys.size() + 1) + " is not 32 bytes in Base64, or stands there twice");
			}
		}
		return new KeyRing(keys);
	}

	/**
	 * The message of the decoder would quote the key, so it goes no further.
	 */
	private static boolean add(Map<String, AesGcm> keys, String id, String secret) {
		try {
			return keys.putIfAbsent(id, new AesGcm(Base64.getDecoder().decode(secret))) == null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	@Override
	public Mono<WrappedKey> wrap(byte[] key) {
		return Mono.fromSupplier(() -> new WrappedKey(this.first,
				Base64.getUrlEncoder().withoutPadding().encodeToString(find(this.first).seal(key, place(this.first)))));
	}

	@Override
	public Mono<byte[]> unwrap(WrappedKey wrapped) {
		return Mono.fromSupplier(() -> {
			AesGcm key = find(wrapped.keyId());
			try {
				return key.open(Base64.getUrlDecoder().decode(wrapped.value()), place(wrapped.keyId()));
			}
			catch (IllegalArgumentException ex) {
				throw new SealBrokenException();
			}
		});
	}

	@Override
	public Mono<String> current() {
		return Mono.just(this.first);
	}

	boolean has(String id) {
		return this.keys.containsKey(id);
	}

	private AesGcm find(String id) {
		AesGcm found = this.keys.get(id);
		if (found == null) {
			throw new UnknownKeyException("there is no key " + id);
		}
		return found;
	}

	private static byte[] place(String id) {
		return ("hilum-key-keeper/1/" + id).getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "KeyRing" + this.keys.keySet();
	}

}
