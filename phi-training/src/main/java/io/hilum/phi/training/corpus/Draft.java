package io.hilum.phi.training.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A text as it is written: pieces, marked or not. Its whole can be rewritten piece by
 * piece, so that the marks stay where they belong.
 */
final class Draft {

	private final List<Piece> pieces = new ArrayList<>();

	private record Piece(String text, @Nullable Kind kind) {
	}

	void write(String text) {
		this.pieces.add(new Piece(text, null));
	}

	void write(String text, Kind kind) {
		this.pieces.add(new Piece(text, kind));
	}

	/** Rewrite every piece, as writing in lower case does. */
	Draft rewrite(UnaryOperator<String> change) {
		Draft draft = new Draft();
		for (Piece piece : this.pieces) {
			draft.pieces.add(new Piece(change.apply(piece.text()), piece.kind()));
		}
		return draft;
	}

	/** Rewrite what is marked and nothing else, as names in a hurry are written. */
	Draft rewriteMarked(UnaryOperator<String> change) {
		Draft draft = new Draft();
		for (Piece piece : this.pieces) {
			draft.pieces.add((piece.kind() == null) ? piece : new Piece(change.apply(piece.text()), piece.kind()));
		}
		return draft;
	}

	Labelled finish(String family) {
		StringBuilder text = new StringBuilder();
		List<Labelled.Mark> marks = new ArrayList<>();
		for (Piece piece : this.pieces) {
			int start = text.length();
			text.append(piece.text());
			if (piece.kind() != null && text.length() > start) {
				add(marks, new Labelled.Mark(start, text.length(), piece.kind()), text);
			}
		}
		return new Labelled(text.toString(), marks, family);
	}

	/** A given and a family name with a blank between are one name. */
	private static void add(List<Labelled.Mark> marks, Labelled.Mark mark, StringBuilder text) {
		if (!marks.isEmpty()) {
			Labelled.Mark last = marks.getLast();
			boolean near = mark.start() == last.end() + 1 && text.charAt(last.end()) == ' ';
			if (near && last.kind() == Kind.NAME && mark.kind() == Kind.NAME) {
				marks.set(marks.size() - 1, new Labelled.Mark(last.start(), mark.end(), Kind.NAME));
				return;
			}
		}
		marks.add(mark);
	}

}
