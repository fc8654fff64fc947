package io.hilum.phi.classify.onnx;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells why the service does not start in one line in place of a stack trace.
 */
final class ClassifierRefusedAnalyzer extends AbstractFailureAnalyzer<ClassifierRefusedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ClassifierRefusedException cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Mend it, or leave hilum.phi.classifier.directory (HILUM_PHI_CLASSIFIER_DIRECTORY) empty to go without.",
				cause);
	}

}
