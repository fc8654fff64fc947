package io.hilum.routing.metering.journal;

import java.io.ByteArrayOutputStream;
import java.time.temporal.ChronoUnit;

import io.hilum.routing.catalogue.Price;
import io.hilum.routing.metering.UsageRecord;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.plan.Plan;
import io.hilum.routing.tokens.TokenCounts;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a record as an event of {@code contracts/events/usage-recorded-v1.schema.json}.
 */
final class UsageJson {

	private static final JsonFactory JSON = new JsonFactory();

	private UsageJson() {
	}

	static byte[] of(UsageRecord usage) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
		try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
			json.writeStartObject();
			json.writeStringProperty("id", usage.id());
			json.writeStringProperty("time", usage.time().truncatedTo(ChronoUnit.MILLIS).toString());
			writeCaller(json, usage.caller());
			writeRequest(json, usage);
			writeEnding(json, usage);
			writeTokens(json, usage.tokens());
			writeMoney(json, usage);
			writeTiming(json, usage.timing());
			writePhi(json, usage);
			writePlan(json, usage.plan());
			json.writeEndObject();
		}
		return bytes.toByteArray();
	}

	private static void writeCaller(JsonGenerator json, ServiceContext caller) {
		json.writeStringProperty("requestId", caller.requestId());
		json.writeStringProperty("subject", caller.subject());
		json.writeArrayPropertyStart("roles");
		caller.roles().forEach(json::writeString);
		json.writeEndArray();
		json.writeStringProperty("team", caller.team());
		json.writeStringProperty("application", caller.application());
		json.writeStringProperty("keyId", caller.keyId());
		json.writeStringProperty("purpose", caller.purpose());
	}

	private static void writeRequest(JsonGenerator json, UsageRecord usage) {
		Candidate served = usage.served();
		json.writeStringProperty("endpoint", usage.endpoint().eventName());
		json.writeBooleanProperty("stream", usage.stream());
		json.writeStringProperty("requestedModel", usage.plan().model().name());
		json.writeStringProperty("servedModel", usage.servedModel());
		json.writeStringProperty("deployment", (served != null) ? served.deployment().id() : null);
		json.writeStringProperty("provider", (served != null) ? served.deployment().provider().id() : null);
		json.writeStringProperty("region", (served != null) ? served.deployment().provider().region() : null);
		json.writeStringProperty("agreement", (served != null) ? served.agreement() : null);
	}

	private static void writeEnding(JsonGenerator json, UsageRecord usage) {
		json.writeStringProperty("outcome", usage.ending().outcome().id());
		json.writeNumberProperty("status", usage.ending().status());
		json.writeStringProperty("errorCode", usage.ending().errorCode());
		json.writeArrayPropertyStart("attempts");
		usage.attempts().forEach((attempt) -> writeAttempt(json, attempt));
		json.writeEndArray();
	}

	private static void writeAttempt(JsonGenerator json, UsageRecord.Attempt attempt) {
		json.writeStartObject();
		json.writeStringProperty("deployment", attempt.deployment());
		json.writeStringProperty("outcome", attempt.outcome());
		writeNumber(json, "status", (attempt.status() != null) ? attempt.status().longValue() : null);
		json.writeNumberProperty("latencyMillis", attempt.latencyMillis());
		if (attempt.costNanoUsd() > 0) {
			json.writeNumberProperty("costNanoUsd", attempt.costNanoUsd());
		}
		json.writeEndObject();
	}

	private static void writeTokens(JsonGenerator json, TokenCounts tokens) {
		json.writeObjectPropertyStart("tokens");
		json.writeNumberProperty("input", tokens.input());
		json.writeNumberProperty("cachedInput", tokens.cachedInput());
		json.writeNumberProperty("cacheWrite", tokens.cacheWrite());
		json.writeNumberProperty("output", tokens.output());
		json.writeNumberProperty("reasoning", tokens.reasoning());
		json.writeNumberProperty("audioInput", tokens.audioInput());
		json.writeNumberProperty("audioOutput", tokens.audioOutput());
		json.writeEndObject();
	}

	private static void writeMoney(JsonGenerator json, UsageRecord usage) {
		Price price = usage.price().at(usage.tokens().totalInput());
		json.writeStringProperty("source", usage.source().id());
		json.writeObjectPropertyStart("prices");
		json.writeStringProperty("version",
				(price.version() != null) ? price.version() : usage.plan().catalogueVersion());
		if (price.service() != null) {
			json.writeStringProperty("serviceTier", price.service());
		}
		json.writeNumberProperty("inputNanoUsdPerMillion", price.input());
		json.writeNumberProperty("cachedInputNanoUsdPerMillion", price.cachedInput());
		json.writeNumberProperty("cacheWriteNanoUsdPerMillion", price.cacheWrite());
		json.writeNumberProperty("outputNanoUsdPerMillion", price.output());
		writeOther(json, "reasoningNanoUsdPerMillion", price.reasoning(), price.output());
		writeOther(json, "audioInputNanoUsdPerMillion", price.audioInput(), price.input());
		writeOther(json, "audioOutputNanoUsdPerMillion", price.audioOutput(), price.output());
		json.writeEndObject();
		json.writeNumberProperty("costNanoUsd", usage.costNanoUsd());
		if (usage.hold() == null) {
			json.writeNullProperty("hold");
			return;
		}
		json.writeObjectPropertyStart("hold");
		json.writeStringProperty("id", usage.hold().id());
		json.writeNumberProperty("nanoUsd", usage.hold().nanoUsd());
		json.writeEndObject();
	}

	/** Only where it differs from what it is otherwise. */
	private static void writeOther(JsonGenerator json, String name, long price, long otherwise) {
		if (price != otherwise) {
			json.writeNumberProperty(name, price);
		}
	}

	private static void writeTiming(JsonGenerator json, UsageRecord.Timing timing) {
		json.writeObjectPropertyStart("timing");
		writeNumber(json, "firstTokenMillis", timing.firstTokenMillis());
		json.writeNumberProperty("totalMillis", timing.totalMillis());
		json.writeNumberProperty("overheadMillis", timing.overheadMillis());
		json.writeEndObject();
	}

	private static void writePhi(JsonGenerator json, UsageRecord usage) {
		json.writeObjectPropertyStart("phi");
		json.writeStringProperty("state", usage.caller().phi().name());
		json.writeObjectPropertyStart("counts");
		usage.phiCounts().forEach(json::writeNumberProperty);
		json.writeEndObject();
		json.writeEndObject();
	}

	private static void writePlan(JsonGenerator json, Plan plan) {
		json.writeStringProperty("catalogueVersion", plan.catalogueVersion());
		DecisionJson.write(json, plan);
	}

	private static void writeNumber(JsonGenerator json, String name, @Nullable Long number) {
		if (number == null) {
			json.writeNullProperty(name);
			return;
		}
		json.writeNumberProperty(name, number.longValue());
	}

}
