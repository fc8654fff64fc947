package io.hilum.routing.metering.journal;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import io.hilum.routing.catalogue.Assurance;
import io.hilum.routing.load.Load;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.plan.Plan;
import io.hilum.routing.plan.PlanRequest;
import io.hilum.trust.context.ModelScope;
import tools.jackson.core.JsonGenerator;

/**
 * Writes how a deployment was chosen: all that a planner needs to choose again, next to
 * the catalogue. Long lists are cut, and the cut is told.
 */
final class DecisionJson {

	/**
	 * How many entries of each list are written.
	 */
	static final int MOST = 16;

	/** As catalogues name models and contexts; nothing asks for another. */
	private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,128}");

	private static final HexFormat HEX = HexFormat.of();

	private DecisionJson() {
	}

	static void write(JsonGenerator json, Plan plan) {
		PlanRequest request = plan.request();
		json.writeObjectPropertyStart("decision");
		json.writeStringProperty("strategy", plan.model().strategy().id());
		json.writeStringProperty("day", request.today().toString());
		json.writeNumberProperty("hour", request.circumstances().hour());
		json.writeNumberProperty("weekday", request.circumstances().weekday());
		json.writeStringProperty("network", Subnet.of(request.circumstances().network()));
		json.writeNumberProperty("inputTokens", request.size().inputTokens());
		json.writeNumberProperty("outputTokens", request.size().outputTokens());
		json.writeStringProperty("seed", HEX.toHexDigits(request.chance().seed()));
		json.writeStringProperty("session", HEX.toHexDigits(request.chance().session()));
		if (request.holder() != null) {
			json.writeStringProperty("holder", request.holder());
		}
		if (request.tier() != null) {
			json.writeStringProperty("serviceTier", request.tier());
		}
		writeAssurance(json, request.assurance());
		writeModels(json, request.models());
		write(json, "candidates", plan.candidates());
		write(json, "larger", plan.larger());
		write(json, "lenient", plan.lenient());
		writeExcluded(json, plan.excluded());
		json.writeNumberProperty("omitted", omitted(plan.candidates()) + omitted(plan.larger())
				+ omitted(plan.lenient()) + omitted(plan.excluded()) + omitted(request.models().patterns()));
		json.writeEndObject();
	}

	private static void writeAssurance(JsonGenerator json, Assurance assurance) {
		if (assurance.equals(Assurance.UNKNOWN)) {
			return;
		}
		json.writeObjectPropertyStart("assurance");
		json.writeBooleanProperty("secondFactor", assurance.secondFactor());
		writeNames(json, "contexts", assurance.contexts());
		Duration age = assurance.age();
		if (age != null) {
			json.writeNumberProperty("ageMillis", age.toMillis());
		}
		json.writeEndObject();
	}

	private static void writeModels(JsonGenerator json, ModelScope models) {
		if (!models.coversAll()) {
			writeNames(json, "models", models.patterns());
		}
	}

	private static void writeNames(JsonGenerator json, String property, List<String> names) {
		json.writeArrayPropertyStart(property);
		names.stream().filter((name) -> NAME.matcher(name).matches()).limit(MOST).forEach(json::writeString);
		json.writeEndArray();
	}

	private static int omitted(List<?> list) {
		return Math.max(0, list.size() - MOST);
	}

	private static void write(JsonGenerator json, String name, List<Candidate> candidates) {
		json.writeArrayPropertyStart(name);
		for (int i = 0; i < Math.min(MOST, candidates.size()); i++) {
			write(json, i + 1, candidates.get(i));
		}
		json.writeEndArray();
	}

	private static void write(JsonGenerator json, int rank, Candidate candidate) {
		Load load = candidate.signals().load();
		json.writeStartObject();
		json.writeStringProperty("deployment", candidate.deployment().id());
		json.writeNumberProperty("rank", rank);
		json.writeStringProperty("reason", candidate.reason());
		json.writeStringProperty("model", candidate.model());
		json.writeNumberProperty("score", candidate.score());
		json.writeStringProperty("standing", candidate.signals().standing().state().id());
		json.writeBooleanProperty("room", load.room());
		json.writeNumberProperty("inFlight", load.inFlight());
		if (load.latencyMillis() < 0) {
			json.writeNullProperty("latencyMillis");
		}
		else {
			json.writeNumberProperty("latencyMillis", load.latencyMillis());
		}
		json.writeEndObject();
	}

	private static void writeExcluded(JsonGenerator json, List<Plan.Exclusion> excluded) {
		json.writeArrayPropertyStart("excluded");
		for (Plan.Exclusion exclusion : excluded.subList(0, Math.min(MOST, excluded.size()))) {
			json.writeStartObject();
			json.writeStringProperty("deployment", exclusion.deployment());
			json.writeStringProperty("reason", exclusion.reason());
			json.writeEndObject();
		}
		json.writeEndArray();
	}

}
