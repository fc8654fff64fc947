package io.hilum.trust.seal.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.KeyKeeper;
import io.hilum.trust.seal.KeyKeeperException;
import io.hilum.trust.seal.SealBrokenException;
import io.hilum.trust.seal.WrappedKey;

/**
 * Keeps keys in a file for machines without a vault: one line each, {@code ID BASE64},
 * the first of which wraps. A key is rotated by writing a line above the others; the file
 * is read again when it is asked for the present key, or for one that it did not have.
 */
public final class FileKeyKeeper implements KeyKeeper {

	private final Path file;

	private volatile Map<String, AesGcm> keys = Map.of();

	/**
	 * Create a keeper.
	 * @param file the file, which only this service may read
	 */
	public FileKeyKeeper(Path file) {
		this.file = file;
	}

	@Override
	public Mono<WrappedKey> wrap(byte[] key) {
		return current().map((id) -> {
			AesGcm wrapping = this.keys.get(id);
			if (wrapping == null) {
				throw new KeyKeeperException("the file of keys has changed meanwhile, try again");
			}
			return new WrappedKey(id,
					Base64.getUrlEncoder().withoutPadding().encodeToString(wrapping.seal(key, place(id))));
		});
	}

	@Override
	public Mono<byte[]> unwrap(WrappedKey wrapped) {
		return Mono.fromCallable(() -> unwrap(wrapped, find(wrapped.keyId()))).subscribeOn(Schedulers.boundedElastic());
	}

	@Override
	public Mono<String> current() {
		return Mono.fromCallable(() -> read().keySet().iterator().next()).subscribeOn(Schedulers.boundedElastic());
	}

	private AesGcm find(String id) {
		AesGcm known = this.keys.get(id);
		@Nullable AesGcm found = (known != null) ? known : read().get(id);
		if (found == null) {
			throw new KeyKeeperException("the file of keys has no key " + id);
		}
		return found;
	}

	private static byte[] unwrap(WrappedKey wrapped, AesGcm key) {
		try {
			return key.open(Base64.getUrlDecoder().decode(wrapped.value()), place(wrapped.keyId()));
		}
		catch (IllegalArgumentException ex) {
			throw new SealBrokenException();
		}
	}

	private Map<String, AesGcm> read() {
		Map<String, AesGcm> read = new LinkedHashMap<>();
		try {
			for (String line : Files.readAllLines(this.file, StandardCharsets.US_ASCII)) {
				if (!line.isBlank()) {
					add(line.strip().split("\\s+"), read);
				}
			}
		}
		catch (IOException ex) {
			throw new KeyKeeperException("the file of keys cannot be read: " + ex.getClass().getSimpleName());
		}
		if (read.isEmpty()) {
			throw new KeyKeeperException("the file of keys is empty");
		}
		this.keys = read;
		return read;
	}

	private static void add(String[] fields, Map<String, AesGcm> keys) {
		try {
			if (fields.length == 2 && keys.put(fields[0], new AesGcm(Base64.getDecoder().decode(fields[1]))) == null) {
				return;
			}
		}
		catch (IllegalArgumentException ex) {
			// The message of the decoder would quote the key.
		}
		throw new KeyKeeperException(
				"line " + (keys.size() + 1) + " of the file of keys is not an id of its own and 32 bytes in Base64");
	}

	private static byte[] place(String id) {
		return ("hilum-key-keeper/1/" + id).getBytes(StandardCharsets.UTF_8);
	}

}
