package io.hilum.routing.exit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Queue;

/**
 * Planted words as one automaton (Aho and Corasick, 1975): each byte of a text is one
 * step, however many words there are. Case of ASCII does not count. Immutable.
 */
final class Canaries {

	/**
	 * None are planted.
	 */
	static final Canaries NONE = new Canaries(new byte[0][]);

	/**
	 * A word ends here.
	 */
	static final int FOUND = -1;

	private static final int NO_STATE = -1;

	private final byte[] kinds = new byte[256];

	private final int width;

	private final int[] steps;

	private Canaries(byte[][] words) {
		this.width = kinds(words);
		int most = Arrays.stream(words).mapToInt((word) -> word.length).sum() + 1;
		this.steps = new int[most * this.width];
		Arrays.fill(this.steps, NO_STATE);
		boolean[] found = new boolean[most];
		plant(words, found);
		link(found);
		for (int i = 0; i < this.steps.length; i++) {
			int next = Math.max(0, this.steps[i]);
			this.steps[i] = found[next] ? FOUND : next * this.width;
		}
	}

	/**
	 * Plant words.
	 * @param words the words
	 * @return the automaton
	 */
	static Canaries of(Collection<String> words) {
		return words.isEmpty() ? NONE : new Canaries(
				words.stream().map((word) -> folded(word.getBytes(StandardCharsets.UTF_8))).toArray(byte[][]::new));
	}

	private static byte[] folded(byte[] word) {
		for (int i = 0; i < word.length; i++) {
			word[i] = (byte) ((word[i] >= 'A' && word[i] <= 'Z') ? word[i] - 'A' + 'a' : word[i]);
		}
		return word;
	}

	/**
	 * Tell bytes apart as far as the words do. Kind 0 is in none of them.
	 */
	private int kinds(byte[][] words) {
		int count = 1;
		for (byte[] word : words) {
			for (byte unit : word) {
				if (this.kinds[unit & 0xff] == 0) {
					this.kinds[unit & 0xff] = (byte) count++;
				}
			}
		}
		for (int upper = 'A'; upper <= 'Z'; upper++) {
			this.kinds[upper] = this.kinds[upper - 'A' + 'a'];
		}
		return count;
	}

	private void plant(byte[][] words, boolean[] found) {
		int states = 1;
		for (byte[] word : words) {
			int state = 0;
			for (byte unit : word) {
				int step = step(state, unit);
				if (this.steps[step] == NO_STATE) {
					this.steps[step] = states++;
				}
				state = this.steps[step];
			}
			found[state] = true;
		}
	}

	private void link(boolean[] found) {
		int[] failure = new int[found.length];
		Queue<Integer> queue = new ArrayDeque<>();
		queue.add(0);
		while (!queue.isEmpty()) {
			int state = queue.remove();
			found[state] |= found[failure[state]];
			for (int kind = 0; kind < this.width; kind++) {
				int at = state * this.width + kind;
				int back = (state == 0) ? 0 : this.steps[failure[state] * this.width + kind];
				if (this.steps[at] == NO_STATE) {
					this.steps[at] = back;
				}
				else {
					failure[this.steps[at]] = back;
					queue.add(this.steps[at]);
				}
			}
		}
	}

	private int step(int state, int unit) {
		return state * this.width + (this.kinds[unit & 0xff] & 0xff);
	}

	/**
	 * Go one byte on.
	 * @param state where the automaton is; it begins at 0
	 * @param unit the byte
	 * @return where it is then, {@value #FOUND} if a word ends here
	 */
	int next(int state, int unit) {
		return (state < 0) ? FOUND : this.steps[state + (this.kinds[unit] & 0xff)];
	}

	/**
	 * Go on over bytes.
	 * @param state where the automaton is
	 * @param bytes the bytes
	 * @param from the first
	 * @param to behind the last
	 * @return where it is then, {@value #FOUND} if a word ended
	 */
	int pass(int state, byte[] bytes, int from, int to) {
		if (this.width == 1) {
			return state;
		}
		int at = state;
		for (int i = from; i < to && at >= 0; i++) {
			at = this.steps[at + (this.kinds[bytes[i] & 0xff] & 0xff)];
		}
		return at;
	}

}
