package io.hilum.rag.index;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What every {@link PassageIndex} must do.
 */
public abstract class PassageIndexContract {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final UUID GUIDELINES = new UUID(1, 1);

	private static final UUID LETTERS = new UUID(1, 2);

	private static final UUID DOCUMENT = new UUID(2, 1);

	private static final UUID OTHER = new UUID(2, 2);

	private static final IndexedPassage STATIN = passage(1, "High-intensity statins are started", 1, 0);

	private static final IndexedPassage ASPIRIN = passage(2, "Aspirin for secondary prevention", 0, 1);

	private static final IndexedPassage SECRET = passage(3, "Statins of a patient", 1, 0);

	/**
	 * The index under test.
	 * @return an empty index for vectors of two dimensions
	 */
	protected abstract PassageIndex index();

	@Test
	void findsByWordsAcrossTheirForms() {
		PassageIndex index = filled();
		assertThat(byWords(index, Set.of(GUIDELINES), "starting a statin")).containsExactly(STATIN.id());
	}

	@Test
	void findsByMeaningNearestFirst() {
		PassageIndex index = filled();
		List<Hit> hits = await(index.byMeaning(Set.of(GUIDELINES), new float[] { 0.8f, 0.6f }, 5));
		assertThat(hits).extracting(Hit::passage).containsExactly(STATIN.id(), ASPIRIN.id());
		assertThat(hits.getFirst().score()).isCloseTo(0.8f, within(1e-3f));
		assertThat(hits.getLast().score()).isCloseTo(0.6f, within(1e-3f));
	}

	@Test
	void searchesNamedCollectionsOnly() {
		PassageIndex index = filled();
		assertThat(byWords(index, Set.of(LETTERS), "statin")).containsExactly(SECRET.id());
		assertThat(byWords(index, Set.of(GUIDELINES, LETTERS), "statin")).containsExactlyInAnyOrder(STATIN.id(),
				SECRET.id());
		assertThat(byWords(index, Set.of(), "statin")).isEmpty();
		assertThat(await(index.byMeaning(Set.of(LETTERS), new float[] { 0, 1 }, 5))).extracting(Hit::passage)
			.containsExactly(SECRET.id());
	}

	@Test
	void scoresAsIfOtherCollectionsWereNotThere() {
		PassageIndex index = filled();
		List<Hit> before = await(index.byWords(Set.of(GUIDELINES), PhiText.of("statin"), 5));
		List<IndexedPassage> many = IntStream.range(10, 60).mapToObj((i) -> passage(i, "statin statin", 1, 0)).toList();
		done(index.put(LETTERS, OTHER, many));
		assertThat(await(index.byWords(Set.of(GUIDELINES), PhiText.of("statin"), 5))).isEqualTo(before);
	}

	@Test
	void forgetsRemovedDocumentsAtOnce() {
		PassageIndex index = filled();
		done(index.remove(GUIDELINES, DOCUMENT));
		assertThat(byWords(index, Set.of(GUIDELINES), "statin aspirin")).isEmpty();
		assertThat(await(index.byMeaning(Set.of(GUIDELINES), new float[] { 1, 0 }, 5))).isEmpty();
		assertThat(index.holds(GUIDELINES, DOCUMENT)).isFalse();
		assertThat(index.size()).isEqualTo(1);
		done(index.remove(GUIDELINES, DOCUMENT));
	}

	@Test
	void replacesDocuments() {
		PassageIndex index = filled();
		done(index.put(GUIDELINES, DOCUMENT, List.of(passage(9, "Clopidogrel instead", 0, 1))));
		assertThat(byWords(index, Set.of(GUIDELINES), "statin")).isEmpty();
		assertThat(byWords(index, Set.of(GUIDELINES), "clopidogrel")).containsExactly(new UUID(3, 9));
		assertThat(index.holds(GUIDELINES, DOCUMENT)).isTrue();
		assertThat(index.size()).isEqualTo(2);
	}

	@Test
	void keepsDepth() {
		PassageIndex index = index();
		Random random = new Random(7);
		done(index.put(GUIDELINES, DOCUMENT, IntStream.range(0, 200).mapToObj((i) -> {
			double angle = random.nextDouble() * Math.PI;
			return passage(i, "statin " + i, (float) Math.cos(angle), (float) Math.sin(angle));
		}).toList()));
		assertThat(await(index.byWords(Set.of(GUIDELINES), PhiText.of("statin"), 7))).hasSize(7);
		assertThat(await(index.byMeaning(Set.of(GUIDELINES), new float[] { 1, 0 }, 7))).hasSize(7);
	}

	@Test
	void takesAnythingForAQuestion() {
		PassageIndex index = filled();
		for (String query : List.of("*:*", "text:statin AND (", "the of and", "\"", "a".repeat(20_000), "\uD83D\uDE00",
				"word ".repeat(4000), "document:" + DOCUMENT)) {
			assertThat(byWords(index, Set.of(GUIDELINES), query)).doesNotContain(SECRET.id());
		}
	}

	private PassageIndex filled() {
		PassageIndex index = index();
		done(index.put(GUIDELINES, DOCUMENT, List.of(STATIN, ASPIRIN)));
		done(index.put(LETTERS, OTHER, List.of(SECRET)));
		return index;
	}

	private static List<UUID> byWords(PassageIndex index, Set<UUID> collections, String query) {
		return await(index.byWords(collections, PhiText.of(query), 10)).stream().map(Hit::passage).toList();
	}

	private static IndexedPassage passage(int id, String text, float x, float y) {
		return new IndexedPassage(new UUID(3, id), PhiText.of(text), new float[] { x, y });
	}

	private static List<Hit> await(Mono<List<Hit>> hits) {
		return hits.blockOptional(PATIENCE).orElseThrow();
	}

	private static void done(Mono<Void> change) {
		change.block(PATIENCE);
	}

}
