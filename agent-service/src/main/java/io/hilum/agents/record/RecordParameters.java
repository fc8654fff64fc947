package io.hilum.agents.record;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON schemas of what a model may ask of a record.
 */
final class RecordParameters {

	/** The categories that FHIR R4 prefers for observations. */
	private static final String[] CATEGORIES = { "social-history", "vital-signs", "imaging", "laboratory", "procedure",
			"survey", "exam", "therapy", "activity" };

	private static final String DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

	private RecordParameters() {
	}

	static String of(RecordKind kind, int most) {
		ObjectNode schema = JsonMapper.shared()
			.createObjectNode()
			.put("type", "object")
			.put("additionalProperties", false);
		ObjectNode properties = schema.putObject("properties");
		if (kind.isMany()) {
			properties.putObject("limit").put("type", "integer").put("minimum", 1).put("maximum", most);
			properties.putObject("since").put("type", "string").put("pattern", DAY);
			properties.putObject("until").put("type", "string").put("pattern", DAY);
		}
		if (kind == RecordKind.OBSERVATION) {
			ObjectNode category = properties.putObject("category").put("type", "string");
			for (String name : CATEGORIES) {
				category.withArray("enum").add(name);
			}
		}
		return schema.toString();
	}

}
