package io.hilum.rag.embed.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;

/**
 * bge-small-en-v1.5, quantised, 384 dimensions (MIT licence). Its session is our own, so
 * that it takes the threads it is given and gives memory back. Thread-safe.
 */
final class OnnxModel extends AbstractInProcessEmbeddingModel {

	static final String NAME = "bge-small-en-v1.5-q";

	static final int DIMENSIONS = 384;

	/** Between its cosines of related (0.6 and more) and unrelated texts (about 0.5). */
	static final float MIN_SIMILARITY = 0.55f;

	private final OnnxBertBiEncoder encoder;

	private OnnxModel(OnnxBertBiEncoder encoder) {
		super(Runnable::run);
		this.encoder = encoder;
	}

	/**
	 * Load the model from the class path, which takes seconds.
	 * @param threads how many threads one text may use
	 * @return the model
	 */
	static OnnxModel load(int threads) {
		// The tokenizer's library asks the internet whether it may count its users unless
		// told not to.
		System.setProperty("OPT_OUT_TRACKING", "true");
		try (InputStream model = resource("/" + NAME + ".onnx");
				InputStream tokenizer = resource("/" + NAME + "-tokenizer.json")) {
			OrtEnvironment environment = OrtEnvironment.getEnvironment();
			OrtSession session = environment.createSession(model.readAllBytes(), options(threads));
			return new OnnxModel(new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS));
		}
		catch (IOException | OrtException ex) {
			throw new IllegalStateException("the model " + NAME + " does not load", ex);
		}
	}

	private static OrtSession.SessionOptions options(int threads) throws OrtException {
		OrtSession.SessionOptions options = new OrtSession.SessionOptions();
		options.setIntraOpNumThreads(threads);
		options.setInterOpNumThreads(1);
		options.setCPUArenaAllocator(false);
		options.addConfigEntry("session.intra_op.allow_spinning", "0");
		return options;
	}

	private static InputStream resource(String name) throws IOException {
		InputStream resource = OnnxModel.class.getResourceAsStream(name);
		if (resource == null) {
			throw new IOException("no " + name + " on the class path");
		}
		return resource;
	}

	float[] vector(String text) {
		return embedAll(List.of(TextSegment.from(text))).content().getFirst().vector();
	}

	@Override
	protected OnnxBertBiEncoder model() {
		return this.encoder;
	}

	@Override
	protected Integer knownDimension() {
		return DIMENSIONS;
	}

}
