package io.hilum.portal.folder;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.hilum.portal.holder.Holder;
import io.hilum.portal.holder.Holders;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.problem.ProblemCode;
import io.hilum.portal.seal.Place;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.id.TimeOrderedIds;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Makes and changes folders for the person whose they are.
 */
@Component
public class Folders {

	private final FolderStore store;

	private final Holders holders;

	private final FolderProperties properties;

	private final TimeOrderedIds ids;

	private final Clock clock;

	Folders(FolderStore store, Holders holders, FolderProperties properties, TimeOrderedIds ids, Clock clock) {
		this.store = store;
		this.holders = holders;
		this.properties = properties;
		this.ids = ids;
		this.clock = clock;
	}

	/**
	 * The caller's folders.
	 * @param caller who asks
	 * @return the folders, oldest first
	 */
	public Flux<Folder> list(ServiceContext caller) {
		return this.holders.of(caller)
			.flatMapMany((holder) -> this.store.list(holder.id()).map((sealed) -> open(sealed, holder)));
	}

	/**
	 * Make a folder.
	 * @param name what it is called
	 * @param caller who asks
	 * @return the folder
	 */
	public Mono<Folder> create(PhiText name, ServiceContext caller) {
		Folder folder = new Folder(this.ids.next(), name, this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		return this.holders.ensure(caller)
			.flatMap((holder) -> this.store.insert(holder.id(),
					new SealedFolder(folder.id(), seal(name, folder.id(), holder), folder.createdAt()),
					this.properties.perPerson()))
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(() -> PortalProblem.of(ProblemCode.TOO_MANY,
					"You have " + this.properties.perPerson() + " folders, which is as many as there may be")))
			.thenReturn(folder);
	}

	/**
	 * Rename a folder.
	 * @param id the folder
	 * @param name what it shall be called
	 * @param caller who asks
	 * @return the folder; fails if the caller has no such folder
	 */
	public Mono<Folder> rename(UUID id, PhiText name, ServiceContext caller) {
		return this.holders.of(caller)
			.flatMap((holder) -> this.store.rename(holder.id(), id, seal(name, id, holder))
				.map((sealed) -> open(sealed, holder)))
			.switchIfEmpty(Mono.error(() -> PortalProblem.notFound("folder")));
	}

	/**
	 * Delete a folder; its conversations stay.
	 * @param id the folder
	 * @param caller who asks
	 * @return when it is gone; fails if the caller has no such folder
	 */
	public Mono<Void> delete(UUID id, ServiceContext caller) {
		return this.holders.of(caller)
			.flatMap((holder) -> this.store.delete(holder.id(), id))
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(() -> PortalProblem.notFound("folder")))
			.then();
	}

	private static byte[] seal(PhiText name, UUID id, Holder holder) {
		return holder.seal().seal(name, Place.folder(holder.id(), id));
	}

	private static Folder open(SealedFolder sealed, Holder holder) {
		return new Folder(sealed.id(), holder.seal().open(sealed.name(), Place.folder(holder.id(), sealed.id())),
				sealed.createdAt());
	}

}
