package io.hilum.phi.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one detector finds in one text, counted in tokens. Made per call and belongs to
 * one thread.
 */
public final class Findings {

	private final Document document;

	private final String detector;

	private final List<Span> spans = new ArrayList<>();

	/**
	 * Start with nothing.
	 * @param document the text
	 * @param detector the name of the detector, in lower case
	 */
	public Findings(Document document, String detector) {
		this.document = document;
		this.detector = detector;
	}

	/**
	 * Add a stretch of tokens.
	 * @param first the first token
	 * @param end the token after the last
	 * @param type what it is
	 * @param score how sure the detector is
	 */
	public void add(int first, int end, EntityType type, double score) {
		addUnits(this.document.start(first), this.document.end(end - 1), type, score);
	}

	/**
	 * Add a stretch of UTF-16 units.
	 * @param start the first unit
	 * @param end the unit after the last
	 * @param type what it is
	 * @param score how sure the detector is
	 */
	public void addUnits(int start, int end, EntityType type, double score) {
		this.spans.add(new Span(start, end, type, score, this.detector));
	}

	/**
	 * Add a stretch of UTF-16 units if a letter or a digit is in it.
	 * @param start the first unit
	 * @param end the unit after the last
	 * @param type what it is
	 * @param score how sure the detector is
	 */
	public void addWritten(int start, int end, EntityType type, double score) {
		String text = this.document.text();
		if (IntStream.range(start, end).anyMatch((at) -> Character.isLetterOrDigit(text.charAt(at)))) {
			addUnits(start, end, type, score);
		}
	}

	/**
	 * What was found.
	 * @return the spans in the order of finding
	 */
	public List<Span> spans() {
		return this.spans;
	}

}
