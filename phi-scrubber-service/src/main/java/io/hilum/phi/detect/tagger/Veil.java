package io.hilum.phi.detect.tagger;

/**
 * What training hides of a text, so that the model learns to do without it: the lists
 * that a word is in, or the word itself. At work nothing is hidden.
 */
public interface Veil {

	/**
	 * Hides nothing.
	 */
	Veil NONE = new Veil() {

		@Override
		public int lists(int token, int lists) {
			return lists;
		}

		@Override
		public boolean hidesWord(int token) {
			return false;
		}

	};

	/**
	 * The lists that are left of those of a token.
	 * @param token the index of the token
	 * @param lists the bits of its lists
	 * @return the bits that the model may see
	 */
	int lists(int token, int lists);

	/**
	 * Whether the letters of a token are hidden.
	 * @param token the index of the token
	 * @return {@code true} if the model sees only form and lists
	 */
	boolean hidesWord(int token);

}
