package io.hilum.phi.detect.known;

import java.util.HashMap;
import java.util.Map;

import io.hilum.phi.detect.Document;
import org.jspecify.annotations.Nullable;

/**
 * Phrases that are found by their words, in any case and with any signs between them.
 * Thread-safe once no phrase is added any more.
 *
 * @param <T> what is known of a phrase
 */
public final class Phrases<T> {

	/**
	 * The most words that a phrase may have.
	 */
	public static final int MAX_WORDS = 16;

	private static final int MAX_SIGNS = 2;

	private final Node<T> root = new Node<>();

	/**
	 * Add a phrase.
	 * @param phrase the phrase
	 * @param value what is known of it
	 * @return whether it has words, and not too many
	 */
	public boolean add(String phrase, T value) {
		Document document = new Document(phrase);
		Node<T> node = this.root;
		int words = 0;
		for (int i = 0; i < document.size(); i++) {
			if (document.alphanumeric(i)) {
				node = node.next.computeIfAbsent(document.folded(i), (word) -> new Node<>());
				words++;
			}
		}
		if (words == 0 || words > MAX_WORDS) {
			return false;
		}
		node.value = value;
		return true;
	}

	/**
	 * Whether there is no phrase.
	 * @return {@code true} if nothing can be found
	 */
	public boolean isEmpty() {
		return this.root.next.isEmpty();
	}

	/**
	 * Find every phrase, the longest where several start at the same word.
	 * @param document the text
	 * @param visitor what is told of each
	 */
	public void search(Document document, Visitor<T> visitor) {
		if (isEmpty()) {
			return;
		}
		for (int i = 0; i < document.size(); i++) {
			if (document.alphanumeric(i)) {
				longest(document, i, visitor);
			}
		}
	}

	private void longest(Document document, int first, Visitor<T> visitor) {
		Node<T> node = this.root.next.get(document.folded(first));
		T best = null;
		int end = first;
		int at = first;
		while (node != null) {
			if (node.value != null) {
				best = node.value;
				end = at + 1;
			}
			if (node.next.isEmpty()) {
				break;
			}
			at = nextWord(document, at);
			node = node.next.get(document.folded(at));
		}
		if (best != null) {
			visitor.found(first, end, best);
		}
	}

	private static int nextWord(Document document, int at) {
		int next = at + 1;
		while (next <= at + MAX_SIGNS && next < document.size() && !document.alphanumeric(next)) {
			next++;
		}
		return next;
	}

	/**
	 * What is told of phrases.
	 *
	 * @param <T> what is known of a phrase
	 */
	@FunctionalInterface
	public interface Visitor<T> {

		/**
		 * A phrase was found.
		 * @param first its first token
		 * @param end the token after its last
		 * @param value what is known of it
		 */
		void found(int first, int end, T value);

	}

	/**
	 * A word of some phrases.
	 */
	private static final class Node<T> {

		private final Map<String, Node<T>> next = new HashMap<>(2);

		private @Nullable T value;

	}

}
