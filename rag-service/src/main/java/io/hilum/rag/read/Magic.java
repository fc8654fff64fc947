package io.hilum.rag.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.hilum.rag.document.DocumentFormat;

/**
 * Whether bytes can be of the format that they claim to be: by the first bytes for packed
 * formats, by being text at all for the others.
 */
public final class Magic {

	private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] ZIP = { 'P', 'K', 3, 4 };

	private static final int TEXT_SAMPLE = 64 * 1024;

	private Magic() {
	}

	/**
	 * Compare bytes with a format.
	 * @param content the whole file
	 * @param format what it claims to be
	 * @return whether it can be that
	 */
	public static boolean matches(byte[] content, DocumentFormat format) {
		return switch (format) {
			case PDF -> startsWith(content, PDF);
			case DOCX -> startsWith(content, ZIP);
			case HTML, MARKDOWN, TEXT -> isText(content);
		};
	}

	private static boolean startsWith(byte[] content, byte[] magic) {
		return content.length > magic.length && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
	}

	private static boolean isText(byte[] content) {
		if (content.length == 0 || startsWith(content, PDF) || startsWith(content, ZIP)) {
			return false;
		}
		return isUtf16(content) || hasNoControls(content);
	}

	private static boolean isUtf16(byte[] content) {
		int mark = (content.length < 2) ? 0 : ((content[0] & 0xFF) << 8) | (content[1] & 0xFF);
		return (mark == 0xFEFF || mark == 0xFFFE) && content.length % 2 == 0;
	}

	private static boolean hasNoControls(byte[] content) {
		for (int i = 0; i < Math.min(content.length, TEXT_SAMPLE); i++) {
			int value = content[i] & 0xFF;
			if (value < 0x20 && value != '\t' && value != '\n' && value != '\r' && value != '\f') {
				return false;
			}
		}
		return true;
	}

}
