package io.hilum.portal.profile;

import io.hilum.portal.holder.Holder;
import io.hilum.portal.holder.Holders;
import io.hilum.portal.seal.Place;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Keeps what people prefer, sealed under their keys.
 */
@Component
public class Profiles {

	private final PreferenceStore store;

	private final Holders holders;

	private final JsonMapper json;

	Profiles(PreferenceStore store, Holders holders, JsonMapper json) {
		this.store = store;
		this.holders = holders;
		this.json = json;
	}

	/**
	 * What the caller prefers.
	 * @param caller who asks
	 * @return the preferences
	 */
	public Mono<Preferences> of(ServiceContext caller) {
		return this.holders.of(caller).flatMap(this::of).defaultIfEmpty(Preferences.NONE);
	}

	/**
	 * What somebody prefers.
	 * @param holder whose
	 * @return the preferences
	 */
	public Mono<Preferences> of(Holder holder) {
		return this.store.find(holder.id())
			.map((sealed) -> holder.seal().open(sealed, Place.preferences(holder.id())))
			.map((text) -> this.json.readValue(text.reveal(), Preferences.class))
			.defaultIfEmpty(Preferences.NONE);
	}

	/**
	 * Keep what the caller prefers.
	 * @param preferences the preferences, checked
	 * @param caller who asks
	 * @return the preferences
	 */
	public Mono<Preferences> put(Preferences preferences, ServiceContext caller) {
		return this.holders.ensure(caller)
			.flatMap((holder) -> this.store.put(holder.id(), seal(preferences, holder)))
			.thenReturn(preferences);
	}

	private byte[] seal(Preferences preferences, Holder holder) {
		return holder.seal()
			.seal(PhiText.of(this.json.writeValueAsString(preferences)), Place.preferences(holder.id()));
	}

}
