package io.hilum.rag.embed.http;

import io.hilum.rag.embed.EmbedProperties;
import io.hilum.rag.embed.Embedder;
import io.hilum.trust.context.ContextSigner;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The deployment outside, where one is configured.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${hilum.embeddings.model:}'.isBlank()")
class HttpConfiguration {

	/** Room for a batch of vectors written as decimal numbers. */
	private static final int MAX_ANSWER_BYTES = 16 * 1024 * 1024;

	@Bean
	Embedder httpEmbedder(EmbedProperties properties, WebClient.Builder builder, ContextSigner signer) {
		WebClient.Builder sized = builder.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(MAX_ANSWER_BYTES));
		return new HttpEmbedder(sized.clone().baseUrl(properties.scrubberUrl()).build(),
				sized.clone().baseUrl(properties.routingUrl()).build(), signer, properties);
	}

}
