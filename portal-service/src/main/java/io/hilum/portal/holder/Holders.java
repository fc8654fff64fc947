package io.hilum.portal.holder;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.hilum.portal.seal.Place;
import io.hilum.portal.seal.Seal;
import io.hilum.portal.word.WordMarks;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.id.TimeOrderedIds;
import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.DataKeys;
import io.hilum.trust.seal.WrappedKey;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Finds who asks with the keys that are theirs. Somebody's first word makes their keys.
 */
@Component
public class Holders {

	private final HolderStore holders;

	private final DataKeys keys;

	private final TimeOrderedIds ids;

	private final Clock clock;

	/**
	 * Create the finder.
	 * @param holders where holders are kept
	 * @param keys what opens their keys
	 * @param ids makes their ids
	 * @param clock the time
	 */
	public Holders(HolderStore holders, DataKeys keys, TimeOrderedIds ids, Clock clock) {
		this.holders = holders;
		this.keys = keys;
		this.ids = ids;
		this.clock = clock;
	}

	/**
	 * The caller, if anything is kept of them.
	 * @param caller who asks
	 * @return the caller's keys, or empty
	 */
	public Mono<Holder> of(ServiceContext caller) {
		return find(HolderKind.PERSON, caller.subject());
	}

	/**
	 * Which holder the caller is, without opening anything.
	 * @param caller who asks
	 * @return the id, or empty
	 */
	public Mono<UUID> idOf(ServiceContext caller) {
		return this.holders.find(HolderKind.PERSON, caller.subject()).map(SealedHolder::id);
	}

	/**
	 * The caller, with new keys if there are none.
	 * @param caller who asks
	 * @return the caller's keys
	 */
	public Mono<Holder> ensure(ServiceContext caller) {
		return ensure(HolderKind.PERSON, caller.subject());
	}

	/**
	 * The caller's team, if anything is kept of it.
	 * @param caller who asks
	 * @return the team's keys, or empty
	 */
	public Mono<Holder> teamOf(ServiceContext caller) {
		return find(HolderKind.TEAM, caller.team());
	}

	/**
	 * The caller's team, with new keys if there are none.
	 * @param caller who asks
	 * @return the team's keys
	 */
	public Mono<Holder> ensureTeamOf(ServiceContext caller) {
		return ensure(HolderKind.TEAM, caller.team());
	}

	/**
	 * A holder that is known.
	 * @param id its id
	 * @return its keys, or empty
	 */
	public Mono<Holder> of(UUID id) {
		return this.holders.find(id).flatMap(this::open);
	}

	/**
	 * Who a holder is, without opening anything.
	 * @param id its id
	 * @return the subject or the team, or empty
	 */
	public Mono<String> nameOf(UUID id) {
		return this.holders.find(id).map(SealedHolder::name);
	}

	private Mono<Holder> find(HolderKind kind, String name) {
		return this.holders.find(kind, name).flatMap(this::open);
	}

	private Mono<Holder> ensure(HolderKind kind, String name) {
		return this.holders.find(kind, name).switchIfEmpty(Mono.defer(() -> create(kind, name))).flatMap(this::open);
	}

	private Mono<SealedHolder> create(HolderKind kind, String name) {
		UUID id = this.ids.next();
		return this.keys.create(Place.holderKey(id).path())
			.flatMap((key) -> seal(id, key).map((seal) -> new SealedHolder(id, kind, name, key,
					seal.drawKey(Place.indexKey(id)), this.clock.instant().truncatedTo(ChronoUnit.MICROS))))
			.flatMap(this.holders::insert)
			// Somebody may have been quicker, whose keys then count.
			.then(Mono.defer(() -> this.holders.find(kind, name)));
	}

	private Mono<Holder> open(SealedHolder sealed) {
		return seal(sealed.id(), sealed.key()).map((seal) -> new Holder(sealed.id(), sealed.kind(), sealed.name(), seal,
				new WordMarks(seal.openKey(sealed.indexKey(), Place.indexKey(sealed.id())))));
	}

	private Mono<Seal> seal(UUID id, WrappedKey key) {
		Mono<AesGcm> opened = this.keys.open(key, Place.holderKey(id).path());
		return opened.map(Seal::new);
	}

}
