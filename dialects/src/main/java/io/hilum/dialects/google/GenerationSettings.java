package io.hilum.dialects.google;

import java.util.Locale;
import java.util.Set;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that goes into Google's {@code generationConfig}. Created per request and
 * not thread-safe.
 */
final class GenerationSettings {

	private static final Set<String> MODALITIES = Set.of("text", "image", "audio");

	private final RequestFields fields;

	private final GeminiService service;

	private final ObjectNode config = Json.object();

	private GenerationSettings(RequestFields fields, GeminiService service) {
		this.fields = fields;
		this.service = service;
	}

	/**
	 * Translate the settings of a request.
	 * @param fields the request
	 * @param model the model
	 * @param service whose dialect it is
	 * @param body where they are written to
	 */
	static void write(RequestFields fields, GeminiModel model, GeminiService service, ObjectNode body) {
		GenerationSettings settings = new GenerationSettings(fields, service);
		settings.sampling();
		settings.limits();
		settings.responseFormat();
		settings.logprobs();
		settings.modalities();
		ObjectNode thinking = Thinking.of(fields, model);
		if (!thinking.isEmpty()) {
			settings.config.set("thinkingConfig", thinking);
		}
		if (!settings.config.isEmpty()) {
			body.set("generationConfig", settings.config);
		}
	}

	private void sampling() {
		copy("temperature", "temperature");
		copy("top_p", "topP");
		copy("top_k", "topK");
		copy("presence_penalty", "presencePenalty");
		copy("frequency_penalty", "frequencyPenalty");
		count("seed", "seed");
	}

	private void limits() {
		String tokens = this.fields.take("max_completion_tokens").isMissingNode() ? "max_tokens"
				: "max_completion_tokens";
		count(tokens, "maxOutputTokens");
		this.fields.ignore("max_tokens");
		count("n", "candidateCount");
		JsonNode stop = this.fields.take("stop");
		if (stop.isString()) {
			this.config.putArray("stopSequences").add(stop.asString());
		}
		else if (!stop.isMissingNode()) {
			this.config.set("stopSequences", texts("stop"));
		}
	}

	private void responseFormat() {
		JsonNode format = this.fields.takeObject("response_format");
		switch (format.isMissingNode() ? "text" : format.path("type").asString("")) {
			case "text" -> {
			}
			case "json_object" -> this.config.put("responseMimeType", "application/json");
			case "json_schema" -> {
				this.config.put("responseMimeType", "application/json");
				this.config.set("responseJsonSchema", schema(format));
			}
			default -> throw this.fields.unsupported("response_format.type");
		}
	}

	private void logprobs() {
		if (this.fields.takeFlag("logprobs").asBoolean(false)) {
			this.config.put("responseLogprobs", true);
		}
		count("top_logprobs", "logprobs");
	}

	/**
	 * A voice answers in sound alone; its words are not told as well.
	 */
	private void modalities() {
		JsonNode modalities = texts("modalities");
		boolean sound = false;
		ArrayNode written = Json.mapper().createArrayNode();
		for (JsonNode modality : modalities) {
			if (!MODALITIES.contains(modality.asString(""))) {
				throw this.fields.unsupported("modalities");
			}
			sound |= modality.asString("").equals("audio");
			written.add(modality.asString("").toUpperCase(Locale.ROOT));
		}
		if (sound) {
			this.config.putArray("responseModalities").add("AUDIO");
		}
		else if (!written.isEmpty()) {
			this.config.set("responseModalities", written);
		}
		voice(this.fields.takeObject("audio"));
	}

	private void voice(JsonNode audio) {
		if (audio.isMissingNode()) {
			return;
		}
		if (!audio.path("voice").isString()) {
			throw this.fields.invalid("audio.voice", "audio.voice must be the name of a voice");
		}
		if (!audio.path("format").asString("pcm16").equals("pcm16")) {
			throw this.fields.invalid("audio.format", this.service.label() + " speaks only in the format pcm16");
		}
		this.config.putObject("speechConfig")
			.putObject("voiceConfig")
			.putObject("prebuiltVoiceConfig")
			.put("voiceName", audio.path("voice").asString(""));
	}

	private JsonNode schema(JsonNode format) {
		JsonNode schema = format.path("json_schema").path("schema");
		if (!schema.isObject()) {
			throw this.fields.invalid("response_format.json_schema.schema",
					"response_format.json_schema.schema must be an object");
		}
		return schema;
	}

	private JsonNode texts(String name) {
		JsonNode list = this.fields.takeList(name);
		for (JsonNode text : list) {
			if (!text.isString()) {
				throw this.fields.invalid(name, name + " must be a list of strings");
			}
		}
		return list;
	}

	/**
	 * Google's integers have 32 bits.
	 */
	private void count(String name, String to) {
		JsonNode value = copy(name, to);
		if (!value.isMissingNode() && !(value.isIntegralNumber() && value.canConvertToInt())) {
			throw this.fields.invalid(name, name + " must be an integer of 32 bits for " + this.service.label());
		}
	}

	private JsonNode copy(String name, String to) {
		JsonNode value = this.fields.takeNumber(name);
		if (!value.isMissingNode()) {
			this.config.set(to, value);
		}
		return value;
	}

}
