package io.hilum.rag.embed.onnx;

import io.hilum.rag.embed.EmbedProperties;
import io.hilum.rag.embed.Embedder;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The model in this process, unless a deployment outside is configured.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${hilum.embeddings.model:}'.isBlank()")
class OnnxConfiguration {

	@Bean(destroyMethod = "dispose")
	Scheduler queryEmbeddingScheduler(EmbedProperties properties) {
		return Schedulers.newBoundedElastic(1, properties.queue(), "embed-query");
	}

	@Bean(destroyMethod = "dispose")
	Scheduler passageEmbeddingScheduler(EmbedProperties properties) {
		return Schedulers.newBoundedElastic(1, properties.queue(), "embed-passage");
	}

	@Bean
	Embedder onnxEmbedder(EmbedProperties properties, Scheduler queryEmbeddingScheduler,
			Scheduler passageEmbeddingScheduler) {
		OnnxEmbedder embedder = new OnnxEmbedder(queryEmbeddingScheduler, passageEmbeddingScheduler,
				properties.minSimilarityOr(OnnxModel.MIN_SIMILARITY));
		embedder.load(() -> OnnxModel.load(properties.threads()));
		return embedder;
	}

}
