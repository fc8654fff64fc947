package io.hilum.phi.classify.onnx;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.hilum.phi.detect.DetectionFailedException;
import org.jspecify.annotations.Nullable;

/**
 * A network in ONNX Runtime. It runs on the thread that asks unless it may use more, and
 * gives memory back after each run. It is never closed: it lives as long as the process,
 * and to close it under a thread that uses it would end the process. Thread-safe.
 */
final class Network {

	private static final String IDS = "input_ids";

	private static final String MASK = "attention_mask";

	private static final String TYPES = "token_type_ids";

	private static final String LOGITS = "logits";

	private final OrtEnvironment environment;

	private final OrtSession session;

	private final String output;

	private Network(OrtEnvironment environment, OrtSession session, String output) {
		this.environment = environment;
		this.session = session;
		this.output = output;
	}

	/**
	 * Read a network.
	 * @param file its file
	 * @param threads how many threads one run may use
	 * @return the network
	 */
	static Network read(Path file, int threads) {
		try {
			OrtEnvironment environment = OrtEnvironment.getEnvironment();
			OrtSession session = environment.createSession(file.toString(), options(threads));
			return new Network(environment, session, checked(session, file));
		}
		catch (OrtException ex) {
			throw new ClassifierRefusedException(
					"The classifier's file " + file + " is no ONNX model that can be run (" + ex.getCode() + ")");
		}
	}

	private static OrtSession.SessionOptions options(int threads) throws OrtException {
		OrtSession.SessionOptions options = new OrtSession.SessionOptions();
		options.setIntraOpNumThreads(threads);
		options.setInterOpNumThreads(1);
		options.setCPUArenaAllocator(false);
		options.setMemoryPatternOptimization(false);
		options.addConfigEntry("session.intra_op.allow_spinning", "0");
		return options;
	}

	/** The name of the output, if inputs and outputs are those of a token classifier. */
	private static String checked(OrtSession session, Path file) throws OrtException {
		Set<String> inputs = session.getInputNames();
		if (!inputs.contains(IDS) || !Set.of(IDS, MASK, TYPES).containsAll(inputs)
				|| !session.getInputInfo().values().stream().allMatch((node) -> is(node, OnnxJavaType.INT64))) {
			throw new ClassifierRefusedException("The classifier's file " + file
					+ " does not take input_ids, attention_mask and token_type_ids as whole numbers of 64 bits");
		}
		Map<String, NodeInfo> outputs = session.getOutputInfo();
		String output = outputs.containsKey(LOGITS) ? LOGITS : outputs.keySet().iterator().next();
		if (!is(outputs.get(output), OnnxJavaType.FLOAT)) {
			throw new ClassifierRefusedException("The classifier's file " + file + " does not give scores of 32 bits");
		}
		return output;
	}

	private static boolean is(@Nullable NodeInfo node, OnnxJavaType type) {
		return node != null && node.getInfo() instanceof TensorInfo tensor && tensor.type == type;
	}

	/**
	 * Run the network over one window.
	 * @param ids the pieces
	 * @return for each of them its scores, one after the other
	 */
	float[] scores(long[] ids) {
		Map<String, OnnxTensor> inputs = new HashMap<>();
		try {
			for (String name : this.session.getInputNames()) {
				inputs.put(name, OnnxTensor.createTensor(this.environment, new long[][] { input(name, ids) }));
			}
			try (OrtSession.Result result = this.session.run(inputs, Set.of(this.output))) {
				return copied((OnnxTensor) result.get(0));
			}
		}
		catch (OrtException ex) {
			throw new DetectionFailedException("the classifier failed (" + ex.getCode() + ")");
		}
		finally {
			inputs.values().forEach(OnnxTensor::close);
		}
	}

	private static float[] copied(OnnxTensor tensor) {
		FloatBuffer buffer = tensor.getFloatBuffer();
		float[] scores = new float[buffer.remaining()];
		buffer.get(scores);
		return scores;
	}

	private static long[] input(String name, long[] ids) {
		if (name.equals(IDS)) {
			return ids;
		}
		long[] same = new long[ids.length];
		Arrays.fill(same, name.equals(MASK) ? 1 : 0);
		return same;
	}

}
