package io.hilum.phi.classify.onnx;

import java.time.Duration;
import java.util.Map;

import io.hilum.phi.classify.ClassifierBounds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * An optional token classifier and its bounds.
 *
 * @param directory the folder with {@code config.json}, {@code tokenizer.json} and the
 * model, as Hugging Face's tools export them; empty for no classifier
 * @param model the name of the model's file in that folder
 * @param maxSize how large the files may be in all
 * @param labels for labels of the model, without prefix, a type such as {@code NAME}, or
 * {@code none}; common ones are known
 * @param threshold from which probability on something is an identifier
 * @param window how many pieces of words the model looks at in one go
 * @param overlap how many of them two windows over a text share
 * @param threads how many threads one window may use
 * @param timeout how long one text may take
 */
@ConfigurationProperties("hilum.phi.classifier")
record ClassifierProperties(@DefaultValue("") String directory, @DefaultValue("model.onnx") String model,
		@DefaultValue("2GB") DataSize maxSize, @DefaultValue Map<String, String> labels,
		@DefaultValue("0.5") float threshold, @DefaultValue("384") int window, @DefaultValue("64") int overlap,
		@DefaultValue("1") int threads, @DefaultValue("2s") Duration timeout) {

	/** What a tokenizer puts around a window at most. */
	static final int FRAME = 8;

	ClassifierProperties {
		labels = Map.copyOf(labels);
		if (window <= 2 * overlap + FRAME) {
			throw new IllegalArgumentException(
					"hilum.phi.classifier.window must be more than twice the overlap and " + FRAME);
		}
		if (threads < 1 || maxSize.toBytes() < 1) {
			throw new IllegalArgumentException("hilum.phi.classifier.threads and max-size must be positive");
		}
	}

	ClassifierBounds bounds() {
		return new ClassifierBounds(this.threshold, this.overlap, this.timeout);
	}

}
