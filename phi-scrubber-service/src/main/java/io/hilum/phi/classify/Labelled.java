package io.hilum.phi.classify;

import java.util.List;

/**
 * The pieces of a text and what a network takes them for.
 *
 * @param pieces the pieces in the order of the text
 * @param whole whether they are all that the text has
 */
public record Labelled(List<Piece> pieces, boolean whole) {

	public Labelled {
		pieces = List.copyOf(pieces);
	}

	/**
	 * A word or a part of one.
	 *
	 * @param start the first UTF-16 unit
	 * @param end the UTF-16 unit after the last
	 * @param opinion what it is
	 */
	public record Piece(int start, int end, Opinion opinion) {
	}

}
