package io.hilum.phi.classify.onnx;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import io.hilum.phi.classify.Labels;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code config.json} says of a model.
 *
 * @param labels its labels in the order of its scores
 */
record ModelCard(Labels labels) {

	/** Models of the kind of RoBERTa count positions from 2. */
	private static final int FIRST_POSITION = 2;

	static ModelCard read(Path config, ClassifierProperties properties) {
		JsonNode card = parse(config);
		int positions = card.path("max_position_embeddings").asInt(0);
		if (positions > 0 && properties.window() > positions - FIRST_POSITION) {
			throw new ClassifierRefusedException("hilum.phi.classifier.window is " + properties.window()
					+ " and the model takes " + (positions - FIRST_POSITION));
		}
		try {
			return new ModelCard(Labels.of(names(card.path("id2label"), config), properties.labels()));
		}
		catch (IllegalArgumentException ex) {
			throw new ClassifierRefusedException(
					"The classifier in " + config.getParent() + " cannot be used: " + ex.getMessage());
		}
	}

	private static JsonNode parse(Path config) {
		try {
			return JsonMapper.shared().readTree(config.toFile());
		}
		catch (JacksonException ex) {
			throw new ClassifierRefusedException("The classifier's file " + config + " is no JSON");
		}
	}

	private static List<String> names(JsonNode labels, Path config) {
		if (labels.isEmpty()
				|| !IntStream.range(0, labels.size()).allMatch((id) -> labels.path(String.valueOf(id)).isString())) {
			throw new ClassifierRefusedException(
					"The classifier's file " + config + " has no id2label with names for 0 and up");
		}
		return IntStream.range(0, labels.size()).mapToObj((id) -> labels.path(String.valueOf(id)).asString()).toList();
	}

}
