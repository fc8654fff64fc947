package io.hilum.phi.classify.onnx;

/**
 * The classifier that is configured cannot be used, so the service does not start.
 */
final class ClassifierRefusedException extends RuntimeException {

	ClassifierRefusedException(String message) {
		super(message);
	}

}
