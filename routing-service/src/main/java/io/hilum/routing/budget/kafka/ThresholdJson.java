package io.hilum.routing.budget.kafka;

import java.io.ByteArrayOutputStream;
import java.time.temporal.ChronoUnit;

import io.hilum.routing.budget.ThresholdReached;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a warning as an event of
 * {@code contracts/events/budget-threshold-reached-v1.schema.json}.
 */
final class ThresholdJson {

	private static final JsonFactory JSON = new JsonFactory();

	private ThresholdJson() {
	}

	static byte[] of(ThresholdReached reached) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
		try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
			json.writeStartObject();
			json.writeStringProperty("id", reached.id());
			json.writeStringProperty("time", time(reached));
			json.writeStringProperty("budget", reached.budget());
			json.writeStringProperty("window", reached.unit().id());
			json.writeStringProperty("windowStart", reached.start().toString());
			json.writeNumberProperty("percent", reached.percent());
			json.writeNumberProperty("limitNanoUsd", reached.limitNanoUsd());
			json.writeNumberProperty("spentNanoUsd", reached.spentNanoUsd());
			json.writeStringProperty("mode", reached.hard() ? "hard" : "soft");
			json.writeEndObject();
		}
		return bytes.toByteArray();
	}

	static String time(ThresholdReached reached) {
		return reached.time().truncatedTo(ChronoUnit.MILLIS).toString();
	}

}
