package io.hilum.rag.retrieve;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.hilum.rag.collection.CollectionAccess;
import io.hilum.rag.collection.DocumentCollection;
import io.hilum.rag.document.FoundPassage;
import io.hilum.rag.document.PassageSeal;
import io.hilum.rag.document.PassageStore;
import io.hilum.rag.embed.Embedder;
import io.hilum.rag.embed.EmbeddingUnavailableException;
import io.hilum.rag.embed.TextKind;
import io.hilum.rag.index.Hit;
import io.hilum.rag.index.IndexFollower;
import io.hilum.rag.index.PassageIndex;
import io.hilum.rag.observe.RagMeter;
import io.hilum.rag.observe.RagMeters;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.rag.retrieve.Fusion.Ranked;
import io.hilum.rag.seal.Place;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.seal.DataKeys;
import io.hilum.trust.seal.KeyKeeperException;
import io.hilum.trust.seal.SealBrokenException;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Answers a question with passages: first which collections the caller may read, then the
 * ranking within them, then the text from the database, which knows what was deleted a
 * moment ago.
 */
@Component
public class Retriever {

	private final CollectionAccess collections;

	private final Embedder embedder;

	private final IndexFollower follower;

	private final PassageIndex index;

	private final PassageStore passages;

	private final DataKeys keys;

	private final RagMeters meters;

	private final RetrieveProperties properties;

	Retriever(CollectionAccess collections, Embedder embedder, IndexFollower follower, PassageIndex index,
			PassageStore passages, DataKeys keys, RagMeters meters, RetrieveProperties properties) {
		this.collections = collections;
		this.embedder = embedder;
		this.follower = follower;
		this.index = index;
		this.passages = passages;
		this.keys = keys;
		this.meters = meters;
		this.properties = properties;
	}

	/**
	 * Find passages.
	 * @param question what is searched for
	 * @param caller who asks
	 * @return the passages, best first; fails if a collection may not be read
	 */
	public Mono<List<RetrievedPassage>> search(Question question, ServiceContext caller) {
		Mono<List<RetrievedPassage>> search = this.collections.readable(question.collections(), caller)
			.flatMap((readable) -> search(question, readable, caller))
			.onErrorMap(EmbeddingUnavailableException.class, (ex) -> notReady())
			.onErrorMap(RejectedExecutionException.class, (ex) -> notReady());
		return this.meters.time(RagMeter.SEARCH, search, Retriever::outcome);
	}

	private Mono<List<RetrievedPassage>> search(Question question, List<DocumentCollection> readable,
			ServiceContext caller) {
		if (!this.follower.isFilled() || !this.embedder.isReady()) {
			return Mono.error(notReady());
		}
		Map<UUID, DocumentCollection> byId = readable.stream()
			.collect(Collectors.toMap(DocumentCollection::id, (collection) -> collection));
		return rank(question.query(), byId.keySet(), caller).flatMap((ranked) -> open(ranked, byId, question.limit()));
	}

	private Mono<List<Ranked>> rank(PhiText query, Set<UUID> readable, ServiceContext caller) {
		Mono<List<Hit>> byMeaning = this.embedder.embed(List.of(query), TextKind.QUERY, caller)
			.flatMap((vectors) -> this.index.byMeaning(readable, vectors.getFirst(), this.properties.depth()));
		Mono<List<Hit>> byWords = this.index.byWords(readable, query, this.properties.depth());
		return Mono.zip(byWords, byMeaning)
			.map((found) -> Fusion
				.fuse(List.of(ids(found.getT1(), 0), ids(found.getT2(), this.embedder.minSimilarity()))));
	}

	private Mono<List<RetrievedPassage>> open(List<Ranked> ranked, Map<UUID, DocumentCollection> readable, int limit) {
		List<UUID> ids = ranked.stream().map(Ranked::passage).toList();
		return this.passages.find(ids, readable.keySet())
			.collectMap((found) -> found.passage().id())
			.flatMap((found) -> seals(found.values(), readable)
				.map((seals) -> open(ranked, found, readable, seals).limit(limit).toList()));
	}

	private Mono<Map<UUID, PassageSeal>> seals(Collection<FoundPassage> found, Map<UUID, DocumentCollection> readable) {
		return Flux.fromStream(() -> found.stream().map((passage) -> passage.passage().collection()).distinct())
			.flatMap((id) -> PassageSeal.of(Objects.requireNonNull(readable.get(id)), this.keys))
			.collectMap(PassageSeal::collection);
	}

	private static Stream<RetrievedPassage> open(List<Ranked> ranked, Map<UUID, FoundPassage> found,
			Map<UUID, DocumentCollection> readable, Map<UUID, PassageSeal> seals) {
		return ranked.stream()
			.flatMap((passage) -> Stream.ofNullable(found.get(passage.passage()))
				.map((row) -> open(row, readable, seals, passage.score())));
	}

	private static RetrievedPassage open(FoundPassage found, Map<UUID, DocumentCollection> readable,
			Map<UUID, PassageSeal> seals, double score) {
		DocumentCollection collection = Objects.requireNonNull(readable.get(found.passage().collection()));
		PassageSeal seal = Objects.requireNonNull(seals.get(collection.id()));
		PhiText title = title(seal, found);
		return new RetrievedPassage(collection.name(), found.passage().document(), title, seal.open(found.passage()),
				score);
	}

	private static PhiText title(PassageSeal seal, FoundPassage found) {
		byte[] title = seal.key()
			.open(found.sealedTitle(), Place.title(seal.collection(), found.passage().document()).bytes());
		return PhiText.of(new String(title, StandardCharsets.UTF_8));
	}

	private static List<UUID> ids(List<Hit> hits, float minScore) {
		return hits.stream().filter((hit) -> hit.score() >= minScore).map(Hit::passage).toList();
	}

	private static String outcome(Throwable failure) {
		return switch (failure) {
			case RagProblem problem -> problem.code().wire();
			case SealBrokenException broken -> ProblemCode.INTEGRITY_BROKEN.wire();
			case KeyKeeperException away -> ProblemCode.SEALING_UNAVAILABLE.wire();
			default -> ProblemCode.INTERNAL_ERROR.wire();
		};
	}

	private static RagProblem notReady() {
		return RagProblem.of(ProblemCode.NOT_READY, "Search is not ready; try again shortly");
	}

}
