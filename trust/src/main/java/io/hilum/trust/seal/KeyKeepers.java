package io.hilum.trust.seal;

import java.util.List;

import reactor.core.publisher.Mono;

/**
 * A keeper after others: it alone wraps, while what those wrapped before can still be
 * unwrapped. So keys move from a file to a vault while everything stays readable.
 */
public final class KeyKeepers implements KeyKeeper {

	private final KeyKeeper present;

	private final List<KeyKeeper> former;

	/**
	 * Create keepers.
	 * @param present wraps
	 * @param former those that are asked for what the present one does not know, in order
	 */
	public KeyKeepers(KeyKeeper present, List<KeyKeeper> former) {
		this.present = present;
		this.former = List.copyOf(former);
	}

	@Override
	public Mono<WrappedKey> wrap(byte[] key) {
		return this.present.wrap(key);
	}

	@Override
	public Mono<byte[]> unwrap(WrappedKey wrapped) {
		Mono<byte[]> unwrapped = this.present.unwrap(wrapped);
		for (KeyKeeper next : this.former) {
			unwrapped = unwrapped.onErrorResume(UnknownKeyException.class, (ex) -> next.unwrap(wrapped));
		}
		return unwrapped;
	}

	@Override
	public Mono<String> current() {
		return this.present.current();
	}

}
