package io.hilum.rag.embed;

import java.util.List;
import java.util.Locale;

import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Mono;

/**
 * Texts are near when they share words. Ready, or not.
 */
public final class WordEmbedder implements Embedder {

	private static final int DIMENSIONS = 256;

	private volatile boolean ready = true;

	/**
	 * Be or stop being ready.
	 * @param ready whether to be ready
	 */
	public void setReady(boolean ready) {
		this.ready = ready;
	}

	@Override
	public String model() {
		return "words";
	}

	@Override
	public boolean isReady() {
		return this.ready;
	}

	@Override
	public float minSimilarity() {
		return 0.1f;
	}

	@Override
	public Mono<List<float[]>> embed(List<PhiText> texts, TextKind kind, ServiceContext requester) {
		if (!this.ready) {
			return Mono.error(new EmbeddingUnavailableException("not ready"));
		}
		return Mono.just(texts.stream().map(WordEmbedder::vector).toList());
	}

	private static float[] vector(PhiText text) {
		float[] vector = new float[DIMENSIONS];
		vector[0] = 0.1f;
		for (String word : text.reveal().toLowerCase(Locale.ROOT).split("\\W+")) {
			vector[1 + Math.floorMod(word.hashCode(), DIMENSIONS - 1)] += word.length();
		}
		return UnitVector.of(vector);
	}

}
