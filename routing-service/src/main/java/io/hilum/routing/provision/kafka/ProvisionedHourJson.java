package io.hilum.routing.provision.kafka;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.hilum.routing.provision.ProvisionedHour;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes an hour as an event of {@code contracts/events/provisioned-hour-v1.schema.json}.
 */
final class ProvisionedHourJson {

	private static final JsonFactory JSON = new JsonFactory();

	private ProvisionedHourJson() {
	}

	static byte[] of(ProvisionedHour hour) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
		try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
			json.writeStartObject();
			json.writeStringProperty("id", hour.id());
			json.writeStringProperty("time", end(hour).toString());
			json.writeStringProperty("hour", hour.start().toString());
			json.writeStringProperty("deployment", hour.deployment().id());
			json.writeStringProperty("provider", hour.deployment().provider().id());
			json.writeStringProperty("region", hour.deployment().provider().region());
			json.writeStringProperty("model", hour.model());
			json.writeNumberProperty("units", hour.provision().units());
			json.writeNumberProperty("nanoUsdPerUnitHour", hour.provision().nanoUsdPerUnitHour());
			json.writeNumberProperty("costNanoUsd", hour.provision().nanoUsdPerHour());
			json.writeStringProperty("catalogueVersion", hour.catalogueVersion());
			json.writeEndObject();
		}
		return bytes.toByteArray();
	}

	static Instant end(ProvisionedHour hour) {
		return hour.start().plus(1, ChronoUnit.HOURS);
	}

}
