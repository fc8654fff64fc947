package io.hilum.dialects.anthropic;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Images and files: data URLs (RFC 2397) in base64, and addresses that Anthropic fetches
 * itself.
 */
final class Media {

	private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

	private static final String PDF = "application/pdf";

	private Media() {
	}

	/**
	 * A part {@code image_url}. Its detail is a hint for which Anthropic has no word.
	 * @param part the part
	 * @return an image, or a document if the data is one
	 */
	static ObjectNode image(RequestFields part) {
		RequestFields image = RequestParts.of(part.take("image_url"), part.pathOf("image_url"));
		image.ignore("detail");
		String url = image.takeText("url").asString("");
		image.requireAllRead();
		if (url.startsWith("data:")) {
			return fromData(url, image, "url");
		}
		if (!url.startsWith("https://") && !url.startsWith("http://")) {
			throw image.invalid("url", image.pathOf("url") + " must be a data URL or an address");
		}
		ObjectNode block = Json.object().put("type", "image");
		block.putObject("source").put("type", "url").put("url", url);
		return block;
	}

	/**
	 * A part {@code file}.
	 * @param part the part
	 * @return a document, or an image if the file is one
	 */
	static ObjectNode file(RequestFields part) {
		RequestFields file = RequestParts.of(part.take("file"), part.pathOf("file"));
		JsonNode name = file.takeText("filename");
		file.refuseUnless("file_id");
		String data = RequestParts.text(file, "file_data");
		file.requireAllRead();
		ObjectNode block = fromData(data.startsWith("data:") ? data : "data:" + PDF + ";base64," + data, file,
				"file_data");
		if (name.isString() && block.path("type").asString("").equals("document")) {
			block.set("title", name);
		}
		JsonNode citations = part.takeObject("citations");
		if (!citations.isMissingNode()) {
			RequestFields wish = RequestParts.of(citations, part.pathOf("citations"));
			block.putObject("citations").put("enabled", wish.takeFlag("enabled").asBoolean(false));
			wish.requireAllRead();
		}
		return block;
	}

	private static ObjectNode fromData(String url, RequestFields owner, String field) {
		int comma = url.indexOf(',');
		String head = (comma > 0) ? url.substring("data:".length(), comma).toLowerCase(Locale.ROOT) : "";
		if (!head.endsWith(";base64")) {
			throw owner.invalid(field, owner.pathOf(field) + " must be a data URL in base64");
		}
		String type = head.substring(0, head.indexOf(';')).replace("image/jpg", "image/jpeg");
		String data = url.substring(comma + 1);
		if (IMAGES.contains(type)) {
			return block("image", "base64", type, data);
		}
		if (type.equals(PDF)) {
			return block("document", "base64", type, data);
		}
		if (type.equals("text/plain")) {
			return block("document", "text", type, text(data, owner, field));
		}
		throw owner.invalid(field,
				MessagesRequest.PROVIDER + " does not support the media type of " + owner.pathOf(field));
	}

	private static String text(String data, RequestFields owner, String field) {
		try {
			return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw owner.invalid(field, owner.pathOf(field) + " is not base64");
		}
	}

	private static ObjectNode block(String type, String source, String mediaType, String data) {
		ObjectNode block = Json.object().put("type", type);
		block.putObject("source").put("type", source).put("media_type", mediaType).put("data", data);
		return block;
	}

}
