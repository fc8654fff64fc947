package io.hilum.rag.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.DataKeys;
import io.hilum.trust.seal.KeyKeeper;
import io.hilum.trust.seal.KeyKeeperException;
import io.hilum.trust.seal.SealBrokenException;
import io.hilum.trust.seal.UnknownKeyException;
import io.hilum.trust.seal.WrappedKey;
import reactor.core.publisher.Mono;

/**
 * Unwraps the keys of collections in the form that they had before there were keepers:
 * wrapped by a master key, with their place as associated data and no name of who wrapped
 * them. Such a key has its place for the id of what wrapped it. It wraps nothing.
 */
final class FirstFormKeeper implements KeyKeeper {

	private final List<AesGcm> masters;

	FirstFormKeeper(List<String> masters) {
		this.masters = masters.stream().map((master) -> new AesGcm(Base64.getDecoder().decode(master))).toList();
	}

	@Override
	public Mono<byte[]> unwrap(WrappedKey wrapped) {
		return Mono.fromSupplier(() -> {
			if (!Place.isOfKey(wrapped.keyId())) {
				throw new UnknownKeyException("there is no key " + wrapped.keyId());
			}
			return DataKeys.bind(open(wrapped), wrapped.keyId());
		});
	}

	private byte[] open(WrappedKey wrapped) {
		byte[] place = wrapped.keyId().getBytes(StandardCharsets.US_ASCII);
		for (AesGcm master : this.masters) {
			try {
				return master.open(Base64.getUrlDecoder().decode(wrapped.value()), place);
			}
			catch (SealBrokenException | IllegalArgumentException ex) {
				// Another one wrapped it.
			}
		}
		throw new SealBrokenException();
	}

	@Override
	public Mono<WrappedKey> wrap(byte[] key) {
		return Mono.error(() -> new KeyKeeperException("nothing is wrapped in the first form any more"));
	}

	@Override
	public Mono<String> current() {
		return Mono.error(() -> new KeyKeeperException("nothing is wrapped in the first form any more"));
	}

}
