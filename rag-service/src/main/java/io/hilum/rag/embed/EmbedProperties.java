package io.hilum.rag.embed;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How texts become vectors.
 *
 * @param model the model of a deployment outside, as routing-service knows it; empty for
 * the small model in this process
 * @param scrubberUrl where phi-scrubber-service is; used for a deployment outside only
 * @param routingUrl where routing-service is; used for a deployment outside only
 * @param timeout how long one call to a deployment outside may take
 * @param batch how many passages are sent or computed at a time
 * @param threads how many threads the model in this process uses for one text
 * @param queue how many texts may wait for the model in this process
 * @param minSimilarity how near a passage must be to a question, as a cosine; texts with
 * nothing in common have about 0.5 with the model in this process, about 0.1 with larger
 * ones
 */
@ConfigurationProperties("hilum.embeddings")
public record EmbedProperties(@DefaultValue("") String model, @DefaultValue("http://localhost:8082") String scrubberUrl,
		@DefaultValue("http://localhost:8081") String routingUrl, @DefaultValue("30s") Duration timeout,
		@DefaultValue("16") int batch, @DefaultValue("1") int threads, @DefaultValue("256") int queue,
		@Nullable Float minSimilarity) {

	/**
	 * How near a passage must be.
	 * @param otherwise what the model asks for if nothing is configured
	 * @return a cosine
	 */
	public float minSimilarityOr(float otherwise) {
		return Objects.requireNonNullElse(this.minSimilarity, otherwise);
	}

}
