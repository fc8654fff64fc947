package io.hilum.phi.classify;

import java.util.ArrayList;
import java.util.List;

import io.hilum.phi.detect.EntityType;

/**
 * Takes words of capitals for names, whatever stands after {@code on} or a dash for a
 * date, after {@code aged} for an age, and after {@code at} for a place, in pieces of at
 * most three units. It counts what it was asked for.
 */
final class LetterClassifier implements TokenClassifier {

	private static final int PIECE = 3;

	private final int window;

	int calls;

	long units;

	LetterClassifier(int window) {
		this.window = window;
	}

	@Override
	public String version() {
		return "letters";
	}

	@Override
	public int reach() {
		return this.window * 5;
	}

	@Override
	public Labelled label(String text) {
		this.calls++;
		this.units += text.length();
		List<Labelled.Piece> pieces = new ArrayList<>();
		String before = "";
		int at = 0;
		while (at < text.length()) {
			int end = at + 1;
			while (end < text.length() && isWord(text.charAt(at)) && isWord(text.charAt(end))) {
				end++;
			}
			String word = text.substring(at, end);
			if (!word.isBlank()) {
				if (!add(at, end, opinion(before, word), pieces)) {
					return new Labelled(pieces, false);
				}
				before = word;
			}
			at = end;
		}
		return new Labelled(pieces, true);
	}

	/** The first piece of a word is the least sure. */
	private boolean add(int start, int end, Opinion opinion, List<Labelled.Piece> pieces) {
		for (int at = start; at < end; at += PIECE) {
			if (pieces.size() == this.window) {
				return false;
			}
			float probability = (at == start) ? opinion.probability() * 0.75f : opinion.probability();
			pieces.add(new Labelled.Piece(at, Math.min(end, at + PIECE),
					new Opinion(opinion.type(), probability, opinion.begins() && at == start)));
		}
		return true;
	}

	private static Opinion opinion(String before, String word) {
		EntityType type = switch (before) {
			case "on", "-" -> EntityType.DATE;
			case "aged" -> EntityType.AGE;
			case "at" -> EntityType.LOCATION;
			default -> EntityType.NAME;
		};
		boolean capitals = word.length() > 1 && word.chars().allMatch(Character::isUpperCase);
		boolean taken = type != EntityType.NAME || capitals;
		return new Opinion(type, taken ? 0.8f : 0.1f, capitals && before.equals("and"));
	}

	private static boolean isWord(char unit) {
		return Character.isLetterOrDigit(unit) || Character.isSurrogate(unit);
	}

}
