package io.hilum.rag.embed;

/**
 * The double keeps the contract.
 */
class WordEmbedderTests extends EmbedderContract {

	@Override
	protected Embedder embedder() {
		return new WordEmbedder();
	}

}
