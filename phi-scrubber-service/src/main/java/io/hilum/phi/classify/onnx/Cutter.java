package io.hilum.phi.classify.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;

/**
 * Cuts text into the pieces that a model knows. Thread-safe.
 */
final class Cutter {

	private final HuggingFaceTokenizer tokenizer;

	private final long[] head;

	private final long[] tail;

	private Cutter(HuggingFaceTokenizer tokenizer) {
		this.tokenizer = tokenizer;
		Encoding framed = tokenizer.encode("a", true, false);
		long[] special = framed.getSpecialTokenMask();
		int first = 0;
		while (first < special.length && special[first] == 1) {
			first++;
		}
		int last = special.length;
		while (last > first && special[last - 1] == 1) {
			last--;
		}
		this.head = Arrays.copyOf(framed.getIds(), first);
		this.tail = Arrays.copyOfRange(framed.getIds(), last, special.length);
	}

	/**
	 * Read a tokenizer.
	 * @param file its {@code tokenizer.json}
	 * @return the tokenizer
	 */
	static Cutter read(Path file) {
		// Its library asks the internet whether it may count its users unless told not
		// to.
		System.setProperty("OPT_OUT_TRACKING", "true");
		try (InputStream in = Files.newInputStream(file)) {
			return new Cutter(HuggingFaceTokenizer.newInstance(in, Map.of("padding", "false", "truncation", "false")));
		}
		catch (IOException | RuntimeException ex) {
			throw new ClassifierRefusedException("The classifier's file " + file + " is no tokenizer");
		}
	}

	/**
	 * The number of pieces that are put around a text.
	 * @return the number
	 */
	int frame() {
		return this.head.length + this.tail.length;
	}

	/**
	 * Cut a text.
	 * @param text the text
	 * @return its pieces
	 */
	Cuts cut(String text) {
		Encoding encoding = this.tokenizer.encode(readable(text), false, false);
		CharSpan[] spans = encoding.getCharTokenSpans();
		int[] units = units(text);
		int[] starts = new int[spans.length];
		int[] ends = new int[spans.length];
		for (int i = 0; i < spans.length; i++) {
			starts[i] = units[spans[i].getStart()];
			ends[i] = units[spans[i].getEnd()];
		}
		return new Cuts(encoding.getIds(), starts, ends);
	}

	/**
	 * Some pieces as a model takes them.
	 * @param ids the pieces
	 * @param count how many of them
	 * @return these with what is put around a text
	 */
	long[] framed(long[] ids, int count) {
		long[] framed = new long[count + frame()];
		System.arraycopy(this.head, 0, framed, 0, this.head.length);
		System.arraycopy(ids, 0, framed, this.head.length, count);
		System.arraycopy(this.tail, 0, framed, this.head.length + count, this.tail.length);
		return framed;
	}

	/** Where the first piece of a text is in what a model takes. */
	int first() {
		return this.head.length;
	}

	/** What cannot go to native code becomes something of the same length. */
	private static String readable(String text) {
		StringBuilder readable = new StringBuilder(text);
		for (int i = 0; i < readable.length(); i++) {
			char unit = text.charAt(i);
			if (Character.isHighSurrogate(unit) && i + 1 < text.length()
					&& Character.isLowSurrogate(text.charAt(i + 1))) {
				i++;
			}
			else if (Character.isSurrogate(unit) || unit == 0) {
				readable.setCharAt(i, '\uFFFD');
			}
		}
		return readable.toString();
	}

	/** For each code point of a text its first UTF-16 unit, and where the text ends. */
	private static int[] units(String text) {
		int[] units = new int[text.codePointCount(0, text.length()) + 1];
		int unit = 0;
		for (int i = 0; i < units.length; i++) {
			units[i] = unit;
			unit += (unit < text.length()) ? Character.charCount(text.codePointAt(unit)) : 0;
		}
		return units;
	}

	/**
	 * The pieces of a text.
	 *
	 * @param ids their numbers
	 * @param starts their first UTF-16 units
	 * @param ends the UTF-16 units after their last
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Cuts(long[] ids, int[] starts, int[] ends) {

		int size() {
			return this.ids.length;
		}

	}

}
