package io.hilum.trust.seal.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.hilum.trust.seal.KeyKeeper;
import io.hilum.trust.seal.KeyKeeperException;
import io.hilum.trust.seal.WrappedKey;

/**
 * Keeps keys in a file for machines without a vault: one line each, {@code ID BASE64},
 * the first of which wraps. A key is rotated by writing a line above the others; the file
 * is read again when it is asked for the present key, or for one that it did not have.
 */
public final class FileKeyKeeper implements KeyKeeper {

	private final Path file;

	private volatile @Nullable KeyRing known;

	/**
	 * Create a keeper.
	 * @param file the file, which only this service may read
	 */
	public FileKeyKeeper(Path file) {
		this.file = file;
	}

	@Override
	public Mono<WrappedKey> wrap(byte[] key) {
		return read().flatMap((keys) -> keys.wrap(key));
	}

	@Override
	public Mono<byte[]> unwrap(WrappedKey wrapped) {
		return Mono.defer(() -> {
			KeyRing keys = this.known;
			return (keys != null && keys.has(wrapped.keyId())) ? Mono.just(keys) : read();
		}).flatMap((keys) -> keys.unwrap(wrapped));
	}

	@Override
	public Mono<String> current() {
		return read().flatMap(KeyRing::current);
	}

	private Mono<KeyRing> read() {
		return Mono.fromCallable(() -> {
			KeyRing keys = KeyRing.parse(Files.readAllLines(this.file, StandardCharsets.US_ASCII));
			this.known = keys;
			return keys;
		})
			.onErrorMap(IOException.class,
					(ex) -> new KeyKeeperException("the file of keys cannot be read: " + ex.getClass().getSimpleName()))
			.subscribeOn(Schedulers.boundedElastic());
	}

}
