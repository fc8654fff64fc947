package io.hilum.rag.embed;

import java.time.Duration;
import java.util.List;

import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What every {@link Embedder} must do.
 */
public abstract class EmbedderContract {

	/**
	 * Somebody who asks.
	 */
	protected static final ServiceContext REQUESTER = new ServiceContext("req-1", "idp|amelia", List.of("Clinician"),
			"cardiology", null, null, "treatment", PhiState.RAW, "p1", "c1");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final PhiText STATIN = PhiText.of("High intensity statin therapy lowers cholesterol after stroke.");

	private static final PhiText PARKING = PhiText.of("The parking garage closes at ten in the evening.");

	/**
	 * The embedder under test.
	 * @return an embedder that is ready
	 */
	protected abstract Embedder embedder();

	@Test
	void yieldsOneVectorOfLengthOneForEachText() {
		List<float[]> vectors = embed(TextKind.PASSAGE, STATIN, PARKING, PhiText.of("x"));
		assertThat(vectors).hasSize(3).allSatisfy((vector) -> {
			assertThat(dot(vector, vector)).isCloseTo(1, within(1e-4));
			assertThat(vector).hasSameSizeAs(vectors.getFirst());
		});
	}

	@Test
	void keepsTheOrderWhateverTheBatch() {
		List<float[]> together = embed(TextKind.PASSAGE, STATIN, PARKING);
		assertThat(dot(together.get(1), embed(TextKind.PASSAGE, PARKING).getFirst())).isCloseTo(1, within(1e-4));
		assertThat(dot(together.get(0), embed(TextKind.PASSAGE, STATIN).getFirst())).isCloseTo(1, within(1e-4));
	}

	@Test
	void putsTheQuestionNearItsAnswer() {
		float[] question = embed(TextKind.QUERY, PhiText.of("statin therapy after a stroke")).getFirst();
		List<float[]> passages = embed(TextKind.PASSAGE, STATIN, PARKING);
		assertThat(dot(question, passages.get(0))).isGreaterThan(dot(question, passages.get(1)) + 0.1);
	}

	@Test
	void hasNothingToSayOfNoTexts() {
		assertThat(embed(TextKind.PASSAGE)).isEmpty();
	}

	/**
	 * Turn texts into vectors.
	 * @param kind what the texts are
	 * @param texts the texts
	 * @return the vectors
	 */
	protected final List<float[]> embed(TextKind kind, PhiText... texts) {
		return embedder().embed(List.of(texts), kind, REQUESTER).blockOptional(PATIENCE).orElseThrow();
	}

	/**
	 * The cosine of two vectors of length one.
	 * @param one a vector
	 * @param other another
	 * @return the cosine
	 */
	protected static double dot(float[] one, float[] other) {
		double sum = 0;
		for (int i = 0; i < one.length; i++) {
			sum += one[i] * other[i];
		}
		return sum;
	}

}
