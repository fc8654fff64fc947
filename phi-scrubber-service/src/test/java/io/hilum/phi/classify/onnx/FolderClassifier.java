package io.hilum.phi.classify.onnx;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.hilum.phi.classify.ClassifierDetector;
import io.hilum.phi.detect.Detector;

import org.springframework.util.unit.DataSize;

/**
 * The classifier that commands measure: that of the environment, with the usual settings
 * and all the time it wants.
 */
public final class FolderClassifier {

	private FolderClassifier() {
	}

	/**
	 * The classifier that {@code HILUM_PHI_CLASSIFIER_DIRECTORY} names.
	 * @return the detector, or none without the variable
	 */
	public static List<Detector> ofEnvironment() {
		String folder = System.getenv().getOrDefault("HILUM_PHI_CLASSIFIER_DIRECTORY", "");
		if (folder.isBlank()) {
			return List.of();
		}
		ClassifierProperties properties = new ClassifierProperties(folder, "model.onnx", DataSize.ofGigabytes(2),
				Map.of(), 0.5f, 384, 64, 1, Duration.ofHours(1));
		return List.of(new ClassifierDetector(OnnxClassifier.load(properties), properties.bounds(), Clock.systemUTC()));
	}

}
