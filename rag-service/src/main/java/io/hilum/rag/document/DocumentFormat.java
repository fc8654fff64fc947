package io.hilum.rag.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The formats that are read, each with its media types and file extensions.
 */
public enum DocumentFormat {

	/**
	 * Portable Document Format (ISO 32000).
	 */
	PDF(List.of("application/pdf"), List.of("pdf")),

	/**
	 * Word documents without macros (ISO/IEC 29500).
	 */
	DOCX(List.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document"), List.of("docx")),

	/**
	 * Web pages.
	 */
	HTML(List.of("text/html", "application/xhtml+xml"), List.of("html", "htm", "xhtml")),

	/**
	 * Markdown (CommonMark).
	 */
	MARKDOWN(List.of("text/markdown", "text/x-markdown"), List.of("md", "markdown")),

	/**
	 * Plain text.
	 */
	TEXT(List.of("text/plain"), List.of("txt", "text"));

	private final List<String> mediaTypes;

	private final List<String> extensions;

	DocumentFormat(List<String> mediaTypes, List<String> extensions) {
		this.mediaTypes = mediaTypes;
		this.extensions = extensions;
	}

	/**
	 * The format of a media type.
	 * @param mediaType type and subtype, without parameters
	 * @return the format, or empty if it is not read
	 */
	public static Optional<DocumentFormat> ofMediaType(String mediaType) {
		String wanted = mediaType.toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter((format) -> format.mediaTypes.contains(wanted)).findFirst();
	}

	/**
	 * The format of a file by its name.
	 * @param fileName the name
	 * @return the format, or empty if its extension is none of those that are read
	 */
	public static Optional<DocumentFormat> ofFileName(String fileName) {
		String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter((format) -> format.extensions.contains(extension)).findFirst();
	}

	/**
	 * The format as it is written on the wire.
	 * @return the name in lower case
	 */
	public String wire() {
		return name().toLowerCase(Locale.ROOT);
	}

}
