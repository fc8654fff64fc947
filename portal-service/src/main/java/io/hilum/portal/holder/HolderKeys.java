package io.hilum.portal.holder;

import io.hilum.portal.seal.Place;
import io.hilum.trust.seal.spring.RenewableKey;
import io.hilum.trust.seal.spring.RenewableKeys;
import reactor.core.publisher.Flux;

import org.springframework.stereotype.Component;

/**
 * The keys of people and teams, as they are wrapped anew.
 */
@Component
final class HolderKeys implements RenewableKeys {

	private final HolderStore holders;

	HolderKeys(HolderStore holders) {
		this.holders = holders;
	}

	@Override
	public String owners() {
		return "people and teams";
	}

	@Override
	public Flux<RenewableKey> all() {
		return this.holders.all().map(this::key);
	}

	private RenewableKey key(SealedHolder holder) {
		return new RenewableKey("holder " + holder.id(), holder.key(), Place.holderKey(holder.id()).path(),
				(anew) -> this.holders.rewrap(holder, anew));
	}

}
