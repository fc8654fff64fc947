package io.hilum.dialects.bedrock;

import java.util.Locale;
import java.util.regex.Pattern;

import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Images, documents, videos and audio. Bedrock takes their bytes or their place in S3 and
 * reads no URLs, so that others are refused. Created per request and not thread-safe.
 */
final class ConverseMedia {

	private static final String S3 = "s3://";

	/** Possessive, so that long content is matched without a stack. */
	private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]++={0,2}");

	private final DocumentNames names = new DocumentNames();

	/**
	 * The block of a URL.
	 * @param part the object with the URL
	 * @param name the field with the URL
	 * @param block the block that it must become
	 */
	ObjectNode ofUrl(RequestFields part, String name, String block) {
		String url = ConverseRequest.requireText(part, name);
		if (url.startsWith(S3)) {
			return block(part, name, MediaFormat.ofName(url), block, "", s3(url));
		}
		DataUrl data = DataUrl.parse(url);
		if (data == null) {
			throw part.invalid(name, ConverseRequest.PROVIDER + " reads no URLs: send " + part.pathOf(name)
					+ " as a data URL in base64, or as s3://");
		}
		return block(part, name, MediaFormat.ofType(data.type()), block, "", bytes(part, name, data.base64()));
	}

	/**
	 * The block of a file, whatever it is.
	 * @param file OpenAI's object {@code file}
	 */
	ObjectNode ofFile(RequestFields file) {
		file.refuseUnless("file_id");
		String content = ConverseRequest.requireText(file, "file_data");
		String fileName = file.take("filename").asString("");
		DataUrl data = DataUrl.parse(content);
		MediaFormat format = (data != null) ? MediaFormat.ofType(data.type()) : null;
		format = (format != null) ? format : MediaFormat.ofName(fileName);
		if (content.startsWith(S3)) {
			return block(file, "file_data", MediaFormat.ofName(content), null, fileName, s3(content));
		}
		return block(file, "file_data", format, null, fileName,
				bytes(file, "file_data", (data != null) ? data.base64() : content));
	}

	/**
	 * The block of an audio recording.
	 * @param audio OpenAI's object {@code input_audio}
	 */
	ObjectNode ofAudio(RequestFields audio) {
		MediaFormat format = MediaFormat.ofName("." + ConverseRequest.requireText(audio, "format"));
		return block(audio, "format", format, "audio", "",
				bytes(audio, "data", ConverseRequest.requireText(audio, "data")));
	}

	private ObjectNode block(RequestFields part, String name, @Nullable MediaFormat format, @Nullable String wanted,
			String fileName, ObjectNode source) {
		if (format == null || (wanted != null && !format.block().equals(wanted))) {
			throw part.invalid(name, ConverseRequest.PROVIDER + " does not support the format of " + part.pathOf(name));
		}
		ObjectNode block = Json.object();
		ObjectNode content = block.putObject(format.block()).put("format", format.format());
		if (format.block().equals("document")) {
			content.put("name", this.names.next(fileName));
		}
		content.set("source", source);
		return block;
	}

	private static ObjectNode bytes(RequestFields part, String name, String base64) {
		if (BASE64.matcher(base64).matches()) {
			return Json.object().put("bytes", base64);
		}
		throw part.invalid(name, part.pathOf(name) + " must be base64, maybe in a data URL");
	}

	private static ObjectNode s3(String uri) {
		ObjectNode source = Json.object();
		source.putObject("s3Location").put("uri", uri);
		return source;
	}

	/**
	 * A data URL (RFC 2397) in base64.
	 *
	 * @param type the media type without parameters
	 * @param base64 the content
	 */
	private record DataUrl(String type, String base64) {

		private static final String SCHEME = "data:";

		static @Nullable DataUrl parse(String url) {
			int comma = url.indexOf(',');
			if (comma < 0 || !url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
				return null;
			}
			String head = url.substring(SCHEME.length(), comma);
			if (!head.toLowerCase(Locale.ROOT).endsWith(";base64")) {
				return null;
			}
			return new DataUrl(head.substring(0, head.indexOf(';')), url.substring(comma + 1));
		}

	}

}
