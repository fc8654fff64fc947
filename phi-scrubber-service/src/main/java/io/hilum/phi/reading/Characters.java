package io.hilum.phi.reading;

/**
 * Characters that cannot be seen, and those that look like others. A letter of another
 * script counts as a look-alike only within a word that has letters or digits of ASCII,
 * or of which every letter looks like one of ASCII, so that what is written in Greek or
 * Cyrillic stays.
 */
final class Characters implements Layer {

	@Override
	public void read(String text, Draft draft) {
		new Walk(text, draft).walk();
	}

	private static boolean isHyphen(int codePoint) {
		return codePoint == 0x2010 || codePoint == 0x2012 || codePoint == 0x2212 || codePoint == 0x2043;
	}

	private static boolean isRaised(int codePoint) {
		return codePoint == 0xB2 || codePoint == 0xB3 || codePoint == 0xB9 || codePoint == 0xAA || codePoint == 0xBA
				|| (codePoint >= 0x2070 && codePoint <= 0x209C);
	}

	/**
	 * Default-ignorable characters, controls of direction, and marks that are struck over
	 * a letter.
	 */
	private static boolean isUnseen(int codePoint) {
		int type = Character.getType(codePoint);
		return type == Character.FORMAT || type == Character.ENCLOSING_MARK
				|| (type == Character.NON_SPACING_MARK
						&& Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.INHERITED)
				|| codePoint == 0x115F || codePoint == 0x1160 || codePoint == 0x3164 || codePoint == 0xFFA0;
	}

	/**
	 * One pass over one text.
	 */
	private static final class Walk {

		private final String text;

		private final Draft draft;

		/** Where the word starts that the walk is in, -1 between words. */
		private int wordStart = -1;

		/** Up to where it is known whether look-alikes count. */
		private int knownUntil;

		private boolean mixed;

		/** Whether raised digits belong to the word that they stand behind. */
		private boolean raised;

		Walk(String text, Draft draft) {
			this.text = text;
			this.draft = draft;
		}

		void walk() {
			int at = 0;
			while (at < this.text.length()) {
				char unit = this.text.charAt(at);
				if (unit < 128) {
					ascii(at, Confusables.isLetterOrDigit(unit));
					at++;
				}
				else {
					at = beyondAscii(at, this.text.codePointAt(at));
				}
			}
		}

		private void ascii(int at, boolean inWord) {
			if (!inWord) {
				this.wordStart = -1;
			}
			else if (this.wordStart < 0) {
				this.wordStart = at;
			}
		}

		private int beyondAscii(int at, int codePoint) {
			int next = at + Character.charCount(codePoint);
			if (isUnseen(codePoint)) {
				this.draft.put("", at, next);
				return next;
			}
			boolean inWord = Character.isLetterOrDigit(codePoint) || isRaised(codePoint);
			if (inWord && this.wordStart < 0) {
				this.wordStart = at;
			}
			String reads = reads(at, codePoint);
			if (!reads.isEmpty()) {
				this.draft.put(reads, at, next);
			}
			if (!inWord) {
				this.wordStart = -1;
			}
			return next;
		}

		private String reads(int at, int codePoint) {
			if (isRaised(codePoint)) {
				this.raised = at > this.wordStart && (this.text.charAt(at - 1) < 128 || this.raised);
				return this.raised ? "" : Confusables.same(codePoint);
			}
			String same = Confusables.same(codePoint);
			if (!same.isEmpty()) {
				return same;
			}
			String alike = Confusables.alike(codePoint);
			if (!alike.isEmpty()) {
				return isMixed(at) ? alike : "";
			}
			return isHyphen(codePoint) ? "-" : "";
		}

		private boolean isMixed(int at) {
			if (at >= this.knownUntil) {
				judgeWord();
			}
			return this.mixed;
		}

		private void judgeWord() {
			boolean ascii = false;
			boolean alike = true;
			int end = this.wordStart;
			while (end < this.text.length()) {
				int codePoint = this.text.codePointAt(end);
				boolean unseen = codePoint > 127 && isUnseen(codePoint);
				if (!Character.isLetterOrDigit(codePoint) && !isRaised(codePoint) && !unseen) {
					break;
				}
				ascii |= codePoint < 128;
				alike &= codePoint < 128 || unseen || !Confusables.alike(codePoint).isEmpty();
				end += Character.charCount(codePoint);
			}
			this.mixed = ascii || alike;
			this.knownUntil = end;
		}

	}

}
