package io.hilum.trust.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import reactor.core.publisher.Mono;

/**
 * Envelope encryption: each row, conversation or tenant has a data key of its own, which
 * is stored wrapped and bound to its place. Keys that were unwrapped are kept for a
 * while, since a keeper answers over a network: a shredded key is gone everywhere when
 * that while is over. Thread-safe.
 */
public final class DataKeys {

	private static final String VERSION = "hilum-data-key/1\n";

	private static final int KEY_BYTES = 32;

	private final KeyKeeper keeper;

	private final Cache<Placed, AesGcm> unwrapped;

	/**
	 * Create keys.
	 * @param keeper wraps them
	 * @param maxKept how many unwrapped keys are kept at most
	 * @param keptFor how long each is kept
	 */
	public DataKeys(KeyKeeper keeper, int maxKept, Duration keptFor) {
		this(keeper, maxKept, keptFor, Ticker.systemTicker());
	}

	DataKeys(KeyKeeper keeper, int maxKept, Duration keptFor, Ticker ticker) {
		this.keeper = keeper;
		this.unwrapped = Caffeine.newBuilder()
			.maximumSize(maxKept)
			.expireAfterWrite(keptFor)
			.ticker(ticker)
			.executor(Runnable::run)
			.build();
	}

	/**
	 * Draw a key.
	 * @param place to which it belongs, such as {@code tenant/table/row}
	 * @return the key, wrapped, to be stored there
	 */
	public Mono<WrappedKey> create(String place) {
		return Mono.defer(() -> this.keeper.wrap(bind(AesGcm.randomKey(), place)));
	}

	/**
	 * Open a key.
	 * @param wrapped the key as it is stored
	 * @param place where it was found
	 * @return what seals and opens; {@link SealBrokenException} if the key belongs to
	 * another place
	 */
	public Mono<AesGcm> open(WrappedKey wrapped, String place) {
		Placed placed = new Placed(wrapped, place);
		return Mono.defer(() -> {
			AesGcm known = this.unwrapped.getIfPresent(placed);
			return (known != null) ? Mono.just(known)
					: this.keeper.unwrap(wrapped)
						.map((bound) -> new AesGcm(release(bound, place)))
						.doOnNext((key) -> this.unwrapped.put(placed, key));
		});
	}

	/**
	 * Wrap a key anew if the keeper's key has been rotated since. What is sealed under it
	 * stays as it is, and the key as it was wrapped before still opens it.
	 * @param wrapped the key as it is stored
	 * @param place where it was found
	 * @return the key to be stored instead, nothing if it may stay
	 */
	public Mono<WrappedKey> renew(WrappedKey wrapped, String place) {
		return this.keeper.current()
			.filter((present) -> !present.equals(wrapped.keyId()))
			.flatMap((present) -> this.keeper.unwrap(wrapped))
			.map((bound) -> bind(release(bound, place), place))
			.flatMap(this.keeper::wrap);
	}

	/**
	 * Forget a key that was shredded.
	 * @param wrapped the key as it was stored
	 * @param place where it was
	 */
	public void forget(WrappedKey wrapped, String place) {
		this.unwrapped.invalidate(new Placed(wrapped, place));
	}

	/**
	 * Whether nothing that was sealed will open however often it is tried: it was
	 * changed, or its key is no longer there.
	 * @param failure why it did not open
	 * @return {@code true} if it is lost, {@code false} if its keeper may be away only
	 */
	public static boolean isLost(Throwable failure) {
		return failure instanceof SealBrokenException || failure instanceof UnknownKeyException;
	}

	/**
	 * What is wrapped says where it belongs, since not every keeper takes associated
	 * data.
	 * @param key the key, 32 bytes
	 * @param place where it belongs
	 * @return the key and the fingerprint of its place, 64 bytes
	 */
	public static byte[] bind(byte[] key, String place) {
		byte[] bound = Arrays.copyOf(key, 2 * KEY_BYTES);
		System.arraycopy(fingerprint(place), 0, bound, KEY_BYTES, KEY_BYTES);
		return bound;
	}

	private static byte[] release(byte[] bound, String place) {
		if (bound.length != 2 * KEY_BYTES
				|| !MessageDigest.isEqual(Arrays.copyOfRange(bound, KEY_BYTES, bound.length), fingerprint(place))) {
			throw new SealBrokenException();
		}
		return Arrays.copyOf(bound, KEY_BYTES);
	}

	/**
	 * The fingerprint of a name.
	 * @param place the name
	 * @return 32 bytes
	 */
	public static byte[] fingerprint(String place) {
		try {
			return MessageDigest.getInstance("SHA-256").digest((VERSION + place).getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is part of every JDK", ex);
		}
	}

	/**
	 * A key at its place.
	 *
	 * @param key the wrapped key
	 * @param place its place
	 */
	private record Placed(WrappedKey key, String place) {
	}

}
