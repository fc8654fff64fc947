package io.hilum.dialects.google;

import java.util.Locale;
import java.util.Map;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Images, sound and documents of a request, as parts: bytes where the client sends them,
 * references where it names a place that Google reads by itself.
 */
final class Media {

	private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("png", "image/png"),
			Map.entry("jpg", "image/jpeg"), Map.entry("jpeg", "image/jpeg"), Map.entry("webp", "image/webp"),
			Map.entry("gif", "image/gif"), Map.entry("heic", "image/heic"), Map.entry("heif", "image/heif"),
			Map.entry("bmp", "image/bmp"), Map.entry("pdf", "application/pdf"), Map.entry("txt", "text/plain"),
			Map.entry("md", "text/markdown"), Map.entry("csv", "text/csv"), Map.entry("html", "text/html"),
			Map.entry("json", "application/json"), Map.entry("wav", "audio/wav"), Map.entry("mp3", "audio/mp3"),
			Map.entry("flac", "audio/flac"), Map.entry("ogg", "audio/ogg"), Map.entry("aac", "audio/aac"),
			Map.entry("m4a", "audio/m4a"), Map.entry("mp4", "video/mp4"), Map.entry("mov", "video/mov"),
			Map.entry("webm", "video/webm"), Map.entry("mpeg", "video/mpeg"), Map.entry("avi", "video/avi"));

	private final GeminiService service;

	Media(GeminiService service) {
		this.service = service;
	}

	/**
	 * Media at an address.
	 * @param fields the object that names it
	 * @param field which of its fields does
	 * @param mimeType its type, if the client says it
	 * @return the part
	 */
	ObjectNode at(RequestFields fields, String field, @Nullable String mimeType) {
		JsonNode url = fields.take(field);
		if (!url.isString()) {
			throw fields.invalid(field, fields.pathOf(field) + " must be a string");
		}
		String text = url.asString();
		return text.startsWith("data:") ? data(text, fields, field) : reference(text, mimeType, fields, field);
	}

	/**
	 * Media in the request.
	 * @param mimeType its type
	 * @param base64 its bytes
	 * @return the part
	 */
	static ObjectNode inline(String mimeType, String base64) {
		ObjectNode part = Json.object();
		part.putObject("inlineData").put("mimeType", mimeType).put("data", base64);
		return part;
	}

	private static ObjectNode data(String url, RequestFields fields, String field) {
		int comma = url.indexOf(',');
		String head = url.substring("data:".length(), Math.max("data:".length(), comma));
		if (comma < 0 || !head.endsWith(";base64") || head.startsWith(";")) {
			throw fields.invalid(field, fields.pathOf(field) + " must have the form data:TYPE;base64,DATA");
		}
		return inline(head.substring(0, head.indexOf(';')), url.substring(comma + 1));
	}

	private ObjectNode reference(String url, @Nullable String mimeType, RequestFields fields, String field) {
		if (!url.startsWith("https://") && !url.startsWith("http://") && !url.startsWith("gs://")) {
			throw fields.invalid(field,
					fields.pathOf(field) + " must be a data URL or an address that Google reads (https or gs)");
		}
		String type = (mimeType != null) ? mimeType : typeOf(url);
		if (type == null && this.service == GeminiService.VERTEX_AI) {
			throw fields.invalid(field, fields.pathOf(field)
					+ " must have an extension that tells its type, which Vertex AI wants to know");
		}
		ObjectNode part = Json.object();
		part.putObject("fileData").put("fileUri", url);
		if (type != null) {
			part.withObject("fileData").put("mimeType", type);
		}
		return part;
	}

	private static @Nullable String typeOf(String url) {
		int query = url.indexOf('?');
		String path = (query < 0) ? url : url.substring(0, query);
		return TYPES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
	}

	/**
	 * Whether a text is an address.
	 * @param text the text
	 * @return {@code true} if it has a scheme
	 */
	static boolean isAddress(String text) {
		return text.startsWith("data:") || text.startsWith("gs://") || text.startsWith("https://")
				|| text.startsWith("http://");
	}

}
