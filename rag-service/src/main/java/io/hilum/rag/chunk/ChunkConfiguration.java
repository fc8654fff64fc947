package io.hilum.rag.chunk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The chunker.
 */
@Configuration(proxyBeanMethods = false)
class ChunkConfiguration {

	@Bean
	Chunker chunker(ChunkProperties properties) {
		return new Chunker(properties);
	}

}
