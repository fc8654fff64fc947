package io.hilum.dialects.bedrock;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What Converse takes besides text: the block that holds it and Bedrock's word for the
 * format.
 *
 * @param block {@code image}, {@code document}, {@code video} or {@code audio}
 * @param format Bedrock's word
 */
record MediaFormat(String block, String format) {

	private static final Map<String, MediaFormat> BY_TYPE = new HashMap<>();

	private static final Map<String, MediaFormat> BY_ENDING = new HashMap<>();

	static {
		known("image", "png", "image/png");
		known("image", "jpeg", "image/jpeg", "image/jpg");
		known("image", "gif", "image/gif");
		known("image", "webp", "image/webp");
		known("document", "pdf", "application/pdf");
		known("document", "csv", "text/csv");
		known("document", "doc", "application/msword");
		known("document", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
		known("document", "xls", "application/vnd.ms-excel");
		known("document", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		known("document", "html", "text/html");
		known("document", "txt", "text/plain");
		known("document", "md", "text/markdown", "text/x-markdown");
		known("video", "mp4", "video/mp4");
		known("video", "mov", "video/quicktime");
		known("video", "mkv", "video/x-matroska", "video/matroska");
		known("video", "webm", "video/webm");
		known("video", "flv", "video/x-flv");
		known("video", "mpeg", "video/mpeg");
		known("video", "wmv", "video/x-ms-wmv");
		known("video", "three_gp", "video/3gpp");
		known("audio", "mp3", "audio/mpeg", "audio/mp3");
		known("audio", "wav", "audio/wav", "audio/x-wav", "audio/wave");
		known("audio", "aac", "audio/aac");
		known("audio", "flac", "audio/flac", "audio/x-flac");
		known("audio", "ogg", "audio/ogg");
		known("audio", "opus", "audio/opus");
		known("audio", "m4a", "audio/m4a", "audio/x-m4a", "audio/mp4");
		ending("jpg", "image/jpeg");
		ending("mpg", "video/mpeg");
		ending("3gp", "video/3gpp");
		ending("htm", "text/html");
		ending("markdown", "text/markdown");
	}

	private static void known(String block, String format, String... types) {
		MediaFormat media = new MediaFormat(block, format);
		for (String type : types) {
			BY_TYPE.put(type, media);
		}
		BY_ENDING.putIfAbsent(format, media);
	}

	private static void ending(String ending, String type) {
		BY_ENDING.put(ending, BY_TYPE.get(type));
	}

	static @Nullable MediaFormat ofType(String type) {
		return BY_TYPE.get(type.strip().toLowerCase(Locale.ROOT));
	}

	/**
	 * The format by the ending of a name.
	 * @param name a file name or a URI
	 * @return the format, or {@code null} if the ending says nothing
	 */
	static @Nullable MediaFormat ofName(String name) {
		return BY_ENDING.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
	}

}
