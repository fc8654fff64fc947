package io.hilum.rag.embed;

import java.util.List;

import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Mono;

/**
 * Turns texts into vectors of length one, so that their dot product says how near their
 * meanings are.
 */
public interface Embedder {

	/**
	 * What the vectors were made with. Vectors of two models cannot be compared.
	 * @return the name of the model
	 */
	String model();

	/**
	 * Whether vectors can be made now.
	 * @return {@code false} while a model is being loaded
	 */
	boolean isReady();

	/**
	 * How near two texts must be to have anything in common. Each model has its own
	 * floor.
	 * @return a cosine
	 */
	float minSimilarity();

	/**
	 * Turn texts into vectors.
	 * @param texts the texts
	 * @param kind what the texts are
	 * @param requester on whose behalf
	 * @return a vector for each text, in their order; fails with
	 * {@link EmbeddingUnavailableException} if a later try may work
	 */
	Mono<List<float[]>> embed(List<PhiText> texts, TextKind kind, ServiceContext requester);

}
