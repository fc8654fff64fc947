package io.hilum.rag.retrieve;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import io.hilum.rag.Callers;
import io.hilum.rag.collection.AccessList;
import io.hilum.rag.collection.DocumentCollection;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link Retriever}.
 */
class RetrieverTests {

	private static final AccessList CLINICIANS = new AccessList(Set.of("Clinician"), Set.of(), Set.of(), Set.of());

	private final Library library = new Library();

	private final DocumentCollection guidelines = this.library.add("guidelines", CLINICIANS);

	@Test
	void putsFirstWhatIsBestByWordsAndByMeaning() {
		UUID document = this.library.open()
			.addDocument(this.guidelines, "Stroke", List.of("A statin is started after a stroke",
					"Aspirin is started after a bleeding", "Visitors park behind the entrance"));
		List<RetrievedPassage> found = search("statin after a stroke", 2);
		assertThat(found).hasSize(2);
		assertThat(found.getFirst().passage().text()).isEqualTo(PhiText.of("A statin is started after a stroke"));
		assertThat(found.getFirst().title()).isEqualTo(PhiText.of("Stroke"));
		assertThat(found.getFirst().document()).isEqualTo(document);
		assertThat(found.getFirst().score()).isEqualTo(2.0 / 61);
	}

	@Test
	void returnsNothingThatTheDatabaseHasForgotten() {
		UUID document = this.library.open().addDocument(this.guidelines, "Stroke", List.of("A statin"));
		this.library.passages().forget(document);
		assertThat(search("statin", 5)).isEmpty();
	}

	@Test
	void fillsTheLimitPastForgottenPassages() {
		this.library.open();
		UUID forgotten = this.library.addDocument(this.guidelines, "Old",
				IntStream.range(0, 10).mapToObj((i) -> "statin " + i).toList());
		this.library.addDocument(this.guidelines, "New", List.of("a text that names a statin once"));
		this.library.passages().forget(forgotten);
		assertThat(search("statin", 1)).extracting(RetrievedPassage::title).containsExactly(PhiText.of("New"));
	}

	@Test
	void isNotReadyBeforeTheIndexIsFilled() {
		assertThat(refusal()).isEqualTo(ProblemCode.NOT_READY);
		this.library.open();
		assertThat(search("statin", 5)).isEmpty();
	}

	@Test
	void isNotReadyWithoutTheModel() {
		this.library.open().embedder().setReady(false);
		assertThat(refusal()).isEqualTo(ProblemCode.NOT_READY);
	}

	private List<RetrievedPassage> search(String query, int limit) {
		return this.library.retriever()
			.search(new Question(List.of("guidelines"), PhiText.of(query), limit), Callers.CLINICIAN)
			.blockOptional(Duration.ofSeconds(60))
			.orElseThrow();
	}

	private ProblemCode refusal() {
		return catchThrowableOfType(RagProblem.class, () -> search("statin", 5)).code();
	}

}
