package io.hilum.gateway.phi;

/**
 * Puts back what pseudonyms stand for in one text that arrives in pieces. What could be
 * the beginning of a pseudonym is held back, never more characters than the longest one
 * has with its brackets and emphasis, so that for every split the pieces give what the
 * whole text would have given. Mutable; for one text and one thread at a time.
 */
public final class RestoringStream {

	private final Restorer restorer;

	private final Form form;

	private final DateStream dates;

	private String held = "";

	private boolean inRun;

	RestoringStream(Restorer restorer, Form form) {
		this.restorer = restorer;
		this.form = form;
		this.dates = new DateStream(restorer.dates(), form);
	}

	/**
	 * Whether something is held back.
	 * @return {@code true} if it is
	 */
	public boolean holds() {
		return !this.held.isEmpty() || this.dates.holds();
	}

	String held() {
		return this.dates.holds() ? this.held + this.dates.held() : this.held;
	}

	/**
	 * What {@link #finish()} would give, but for dates.
	 */
	String peek() {
		if (this.held.isEmpty()) {
			return this.dates.held();
		}
		RestoringPass pass = new RestoringPass(this.restorer, this.form, this.held, true, this.inRun);
		pass.run();
		return pass.ready() + this.dates.held();
	}

	/**
	 * Take the next piece.
	 * @param next the piece
	 * @return what may be passed on now
	 */
	public String push(String next) {
		String piece = this.dates.push(next);
		if (piece.isEmpty() || this.restorer.hasNoPseudonym() || (this.held.isEmpty() && isPlain(piece))) {
			return piece;
		}
		return pass(this.held + piece, false);
	}

	/**
	 * Whether a piece has nothing in it that a pseudonym has, nor its beginning at the
	 * end. Most pieces of most answers are so.
	 */
	private boolean isPlain(String piece) {
		int run = 0;
		for (int i = 0; i < piece.length(); i++) {
			char unit = piece.charAt(i);
			if (unit == '_' || unit == '[' || unit == '\\' || unit == '%') {
				return false;
			}
			run = Spelling.isWord(unit) ? run : i + 1;
		}
		if (run == 0 && this.inRun) {
			return true;
		}
		this.inRun = run < piece.length() && !this.restorer.mayBegin(piece.substring(run));
		return this.inRun || run == piece.length();
	}

	/**
	 * End the text.
	 * @return what was held back, restored if that is what it stands for as it is
	 */
	public String finish() {
		String last = this.held + this.dates.finish();
		String rest = (last.isEmpty() || this.restorer.hasNoPseudonym()) ? last : pass(last, true);
		this.inRun = false;
		return rest;
	}

	private String pass(String text, boolean whole) {
		RestoringPass pass = new RestoringPass(this.restorer, this.form, text, whole, this.inRun);
		this.held = text.substring(pass.run());
		this.inRun = pass.inRun();
		return pass.ready();
	}

}
