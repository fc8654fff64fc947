package io.hilum.rag.embed.onnx;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import io.hilum.rag.embed.Embedder;
import io.hilum.rag.embed.EmbeddingUnavailableException;
import io.hilum.rag.embed.TextKind;
import io.hilum.rag.embed.UnitVector;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Vectors from a small model in this process. Questions and passages have threads of
 * their own, so that nobody waits for a document that somebody else uploaded.
 */
class OnnxEmbedder implements Embedder {

	private static final Logger logger = LoggerFactory.getLogger(OnnxEmbedder.class);

	/** As the model's card asks for (huggingface.co/BAAI/bge-small-en-v1.5). */
	private static final String QUERY_PREFIX = "Represent this sentence for searching relevant passages: ";

	private final Scheduler queries;

	private final Scheduler passages;

	private final float minSimilarity;

	private volatile @Nullable OnnxModel model;

	OnnxEmbedder(Scheduler queries, Scheduler passages, float minSimilarity) {
		this.minSimilarity = minSimilarity;
		this.queries = queries;
		this.passages = passages;
	}

	/**
	 * Load the model in the background.
	 * @param loader makes the model
	 */
	void load(Supplier<OnnxModel> loader) {
		Mono.fromSupplier(loader)
			.subscribeOn(this.passages)
			.subscribe((loaded) -> this.model = loaded, (ex) -> logger
				.error("The embedding model does not load, search stays unavailable: {}", ex.getMessage()));
	}

	@Override
	public String model() {
		return OnnxModel.NAME;
	}

	@Override
	public boolean isReady() {
		return this.model != null;
	}

	@Override
	public float minSimilarity() {
		return this.minSimilarity;
	}

	@Override
	public Mono<List<float[]>> embed(List<PhiText> texts, TextKind kind, ServiceContext requester) {
		OnnxModel loaded = this.model;
		if (loaded == null) {
			return Mono.error(new EmbeddingUnavailableException("the model is being loaded"));
		}
		Scheduler scheduler = (kind == TextKind.QUERY) ? this.queries : this.passages;
		return Flux.fromIterable(texts)
			.concatMap((text) -> Mono.fromCallable(() -> embed(loaded, text, kind)).subscribeOn(scheduler))
			.collectList()
			.onErrorMap(RejectedExecutionException.class,
					(ex) -> new EmbeddingUnavailableException("too many texts wait for the model"));
	}

	private static float[] embed(OnnxModel model, PhiText text, TextKind kind) {
		String prefix = (kind == TextKind.QUERY) ? QUERY_PREFIX : "";
		return UnitVector.of(model.vector(prefix + text.reveal()));
	}

}
