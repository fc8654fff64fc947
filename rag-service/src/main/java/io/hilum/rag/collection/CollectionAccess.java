package io.hilum.rag.collection;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Finds collections for a caller. A collection that the caller may not see is answered
 * exactly as one that does not exist. Administrators see and fill every collection, but
 * read passages only of those whose access list names them (45 CFR 164.502(b), minimum
 * necessary). A personal collection is its maker's alone, and hidden from administrators
 * too.
 */
@Component
public class CollectionAccess {

	/**
	 * The role that administers collections.
	 */
	public static final String ADMIN = "Admin";

	private final CollectionStore collections;

	/**
	 * Create the finder.
	 * @param collections where collections are kept
	 */
	public CollectionAccess(CollectionStore collections) {
		this.collections = collections;
	}

	/**
	 * The collections whose passages the caller may read.
	 * @param names the names that the caller sent
	 * @param caller the caller
	 * @return all of them; fails if one does not exist or may not be read
	 */
	public Mono<List<DocumentCollection>> readable(Collection<String> names, ServiceContext caller) {
		Set<CollectionName> wanted = new LinkedHashSet<>();
		for (String name : names) {
			wanted.add(CollectionName.parse(name).orElseThrow(CollectionAccess::notFound));
		}
		return this.collections.find(wanted)
			.filter((collection) -> collection.access().admitsReader(caller))
			.collectList()
			.filter((found) -> found.size() == wanted.size())
			.switchIfEmpty(Mono.error(CollectionAccess::notFound));
	}

	/**
	 * A collection that the caller may know of.
	 * @param name the name that the caller sent
	 * @param caller the caller
	 * @return the collection; fails if it does not exist or may not be seen
	 */
	public Mono<DocumentCollection> visible(String name, ServiceContext caller) {
		return Mono.justOrEmpty(CollectionName.parse(name))
			.flatMapMany((slug) -> this.collections.find(List.of(slug)))
			.filter((collection) -> maySee(collection, caller))
			.next()
			.switchIfEmpty(Mono.error(CollectionAccess::notFound));
	}

	/**
	 * A collection that the caller may fill.
	 * @param name the name that the caller sent
	 * @param caller the caller
	 * @return the collection; fails if it does not exist or may not be filled
	 */
	public Mono<DocumentCollection> writable(String name, ServiceContext caller) {
		return visible(name, caller).filter((collection) -> mayWrite(collection, caller))
			.switchIfEmpty(Mono.error(() -> RagProblem.of(ProblemCode.FORBIDDEN,
					"None of your roles may change the documents of this collection")));
	}

	/**
	 * All collections that the caller may know of, by name, without personal ones.
	 * @param caller the caller
	 * @return the collections
	 */
	public Flux<DocumentCollection> visible(ServiceContext caller) {
		return this.collections.common().filter((collection) -> maySee(collection, caller));
	}

	private static boolean maySee(DocumentCollection collection, ServiceContext caller) {
		return collection.access().admitsReader(caller) || mayWrite(collection, caller);
	}

	private static boolean mayWrite(DocumentCollection collection, ServiceContext caller) {
		if (collection.name().isPersonal()) {
			return collection.isPersonalOf(caller.subject());
		}
		return caller.hasRole(ADMIN) || collection.access().admitsWriter(caller);
	}

	private static RagProblem notFound() {
		return RagProblem.of(ProblemCode.COLLECTION_NOT_FOUND,
				"There is no collection of this name that you may use here", "collections");
	}

}
