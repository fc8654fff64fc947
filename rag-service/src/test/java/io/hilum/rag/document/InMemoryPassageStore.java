package io.hilum.rag.document;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import reactor.core.publisher.Flux;

/**
 * Passages in memory.
 */
public final class InMemoryPassageStore implements PassageStore {

	private final Map<UUID, FoundPassage> passages = new ConcurrentHashMap<>();

	/**
	 * Keep a passage.
	 * @param passage the passage
	 * @param sealedTitle the title of its document
	 */
	public void keep(SealedPassage passage, byte[] sealedTitle) {
		this.passages.put(passage.id(), new FoundPassage(passage, sealedTitle));
	}

	/**
	 * Forget the passages of a document.
	 * @param document the document
	 */
	public void forget(UUID document) {
		this.passages.values().removeIf((found) -> found.passage().document().equals(document));
	}

	@Override
	public Flux<SealedPassage> ofDocument(UUID document) {
		return Flux.fromIterable(this.passages.values())
			.map(FoundPassage::passage)
			.filter((passage) -> passage.document().equals(document));
	}

	@Override
	public Flux<FoundPassage> find(Collection<UUID> passages, Collection<UUID> collections) {
		return Flux.fromIterable(passages)
			.mapNotNull(this.passages::get)
			.filter((found) -> collections.contains(found.passage().collection()));
	}

}
