package io.hilum.gateway.phi;

/**
 * Puts identifiers back into a text that arrives in pieces, and knows where its places
 * are afterwards. Mutable; for one text and one thread at a time.
 */
public final class TracedStream {

	private final RestoringStream stream;

	private final MovedPlaces places = new MovedPlaces();

	TracedStream(RestoringStream stream) {
		this.stream = stream;
	}

	/**
	 * Take the next piece.
	 * @param piece the piece
	 * @return what may be passed on now
	 */
	public String push(String piece) {
		if (piece.length() < 2 || !mayChange(piece)) {
			return step(piece);
		}
		StringBuilder ready = new StringBuilder(piece.length());
		for (int at = 0; at < piece.length();) {
			int next = piece.offsetByCodePoints(at, 1);
			ready.append(step(piece.substring(at, next)));
			at = next;
		}
		return ready.toString();
	}

	/**
	 * Whether more than one place of a piece may change: each change is seen by itself if
	 * the piece is taken character by character.
	 */
	private static boolean mayChange(String piece) {
		for (int i = 0; i < piece.length(); i++) {
			char unit = piece.charAt(i);
			if (unit == '_' || unit == '%' || unit == '\\' || (unit >= '0' && unit <= '9')) {
				return true;
			}
		}
		return false;
	}

	private String step(String piece) {
		String ready = this.stream.push(piece);
		this.places.note(piece, ready, this.stream.held());
		return ready;
	}

	/**
	 * End the text.
	 * @return what was held back, restored if that is what it stands for as it is
	 */
	public String finish() {
		String rest = this.stream.finish();
		this.places.note("", rest, "");
		return rest;
	}

	/**
	 * Whether something is held back.
	 * @return {@code true} if it is
	 */
	public boolean holds() {
		return this.stream.holds();
	}

	/**
	 * Where a place of the text is now.
	 * @param place the place in the text as it came, in code points
	 * @param end whether something ends there rather than begins
	 * @return the place in the text as the client has it
	 */
	public int moved(int place, boolean end) {
		return this.places.moved(place, end, this.stream.peek());
	}

}
