package io.hilum.dialects.google;

import java.util.ArrayList;
import java.util.List;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The content of a message: a text, or a list of parts of several types.
 */
final class ContentParts {

	private final GeminiService service;

	private final GeminiModel model;

	private final Media media;

	ContentParts(GeminiService service, GeminiModel model) {
		this.service = service;
		this.model = model;
		this.media = new Media(service);
	}

	/**
	 * Read the content of a message.
	 * @param message the message
	 * @return its parts, none if it has no content
	 */
	List<ObjectNode> of(RequestFields message) {
		JsonNode content = message.take("content");
		List<ObjectNode> parts = new ArrayList<>();
		if (content.isString()) {
			parts.add(text(content.asString()));
		}
		else if (content.isArray()) {
			for (int i = 0; i < content.size(); i++) {
				parts.add(part(content.get(i), message.pathOf("content") + "[" + i + "]"));
			}
		}
		else if (!content.isMissingNode()) {
			throw message.invalid("content", message.pathOf("content") + " must be a string or a list of parts");
		}
		return parts;
	}

	static ObjectNode text(String text) {
		return Json.object().put("text", text);
	}

	private ObjectNode part(JsonNode value, String path) {
		if (!(value instanceof ObjectNode object)) {
			throw new RequestFields(Json.object(), path, this.service.label()).invalid("type",
					path + " must be an object with a type");
		}
		RequestFields fields = new RequestFields(object, path, this.service.label());
		fields.ignore("cache_control");
		ObjectNode part = part(fields);
		fields.requireAllRead();
		return part;
	}

	private ObjectNode part(RequestFields fields) {
		return switch (fields.takeText("type").asString("")) {
			case "text" -> text(string(fields, "text"));
			case "refusal" -> text(string(fields, "refusal"));
			case "image_url" -> image(fields);
			case "video_url" -> located(fields, "video_url");
			case "input_audio" -> audio(fields);
			case "file" -> file(fields);
			default -> throw fields.unsupported("type");
		};
	}

	private ObjectNode image(RequestFields fields) {
		JsonNode detail = fields.takeObject("image_url").path("detail");
		ObjectNode part = located(fields, "image_url");
		if (this.model.isThirdGeneration() && List.of("low", "high").contains(detail.asString(""))) {
			part.putObject("mediaResolution")
				.put("level", detail.asString().equals("low") ? "MEDIA_RESOLUTION_LOW" : "MEDIA_RESOLUTION_HIGH");
		}
		return part;
	}

	private ObjectNode located(RequestFields fields, String name) {
		RequestFields inner = inner(fields, name);
		inner.ignore("detail");
		ObjectNode part = this.media.at(inner, "url", format(inner));
		inner.requireAllRead();
		return part;
	}

	private ObjectNode audio(RequestFields fields) {
		RequestFields inner = inner(fields, "input_audio");
		ObjectNode part = Media.inline("audio/" + string(inner, "format"), string(inner, "data"));
		inner.requireAllRead();
		return part;
	}

	/**
	 * A file that the client sends, or one that Google can find: its id is an address
	 * then.
	 */
	private ObjectNode file(RequestFields fields) {
		RequestFields inner = inner(fields, "file");
		inner.ignore("filename");
		String format = format(inner);
		String id = inner.takeText("file_id").asString("");
		String field = inner.take("file_data").isMissingNode() ? "file_id" : "file_data";
		if (field.equals("file_id") && !Media.isAddress(id)) {
			throw inner.unsupported("file_id");
		}
		ObjectNode part = this.media.at(inner, field, format);
		inner.requireAllRead();
		return part;
	}

	private static @Nullable String format(RequestFields fields) {
		JsonNode format = fields.takeText("format");
		return format.isString() ? format.asString() : null;
	}

	private RequestFields inner(RequestFields fields, String name) {
		if (fields.take(name) instanceof ObjectNode object) {
			return new RequestFields(object, fields.pathOf(name), this.service.label());
		}
		throw fields.invalid(name, fields.pathOf(name) + " must be an object");
	}

	private static String string(RequestFields fields, String name) {
		JsonNode value = fields.takeText(name);
		if (!value.isString()) {
			throw fields.invalid(name, fields.pathOf(name) + " must be a string");
		}
		return value.asString();
	}

}
