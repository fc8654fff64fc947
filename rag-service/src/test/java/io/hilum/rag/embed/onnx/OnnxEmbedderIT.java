package io.hilum.rag.embed.onnx;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.hilum.rag.embed.Embedder;
import io.hilum.rag.embed.EmbedderContract;
import io.hilum.rag.embed.EmbeddingUnavailableException;
import io.hilum.rag.embed.TextKind;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link OnnxEmbedder} with the real model.
 */
class OnnxEmbedderIT extends EmbedderContract {

	private static final Scheduler QUERIES = Schedulers.newBoundedElastic(1, 8, "query");

	private static final Scheduler PASSAGES = Schedulers.newBoundedElastic(1, 8, "passage");

	private static final OnnxEmbedder EMBEDDER = new OnnxEmbedder(QUERIES, PASSAGES, 0.55f);

	@BeforeAll
	static void load() {
		EMBEDDER.load(() -> OnnxModel.load(1));
		await().atMost(Duration.ofSeconds(90)).until(EMBEDDER::isReady);
	}

	@AfterAll
	static void dispose() {
		QUERIES.dispose();
		PASSAGES.dispose();
	}

	@Override
	protected Embedder embedder() {
		return EMBEDDER;
	}

	@Test
	void knowsMeaningWithoutACommonWord() {
		float[] question = embed(TextKind.QUERY, PhiText.of("Which drugs bring down cholesterol?")).getFirst();
		List<float[]> passages = embed(TextKind.PASSAGE, PhiText.of("Atorvastatin reduces LDL levels."),
				PhiText.of("Visitors may park behind the main entrance."));
		assertThat(dot(question, passages.get(0))).isGreaterThan(0.6);
		assertThat(dot(question, passages.get(1))).isLessThan(0.55);
	}

	@Test
	void takesTextsOfAnyLength() {
		assertThat(embed(TextKind.PASSAGE, PhiText.of("statin therapy ".repeat(1000)))).hasSize(1);
	}

	@Test
	void refusesWhileTheModelIsBeingLoaded() {
		CountDownLatch never = new CountDownLatch(1);
		OnnxEmbedder loading = new OnnxEmbedder(QUERIES, Schedulers.newBoundedElastic(1, 1, "loading"), 0.55f);
		loading.load(() -> {
			try {
				never.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			throw new IllegalStateException("not loaded");
		});
		assertThat(loading.isReady()).isFalse();
		assertThatExceptionOfType(EmbeddingUnavailableException.class)
			.isThrownBy(() -> loading.embed(List.of(PhiText.of("x")), TextKind.QUERY, REQUESTER).block());
		never.countDown();
	}

}
