package io.hilum.gateway.phi;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * Puts back what the pseudonyms of one request stand for. Only pseudonyms that were
 * issued for this request are known; planted or invented ones stay as they are. Models
 * change the case of words, so the case of a pseudonym does not count. Immutable.
 */
public final class Restorer {

	/**
	 * A restorer of nothing.
	 */
	public static final Restorer NOTHING = new Restorer(new TreeMap<>());

	private final NavigableMap<String, String> originals;

	private final int longest;

	private Restorer(NavigableMap<String, String> originals) {
		this.originals = originals;
		this.longest = originals.keySet().stream().mapToInt(String::length).max().orElse(0);
	}

	/**
	 * Create a restorer.
	 * @param pseudonyms what each pseudonym, such as {@code [NAME_7KQ2]}, stands for
	 * @return the restorer
	 */
	public static Restorer of(Map<String, PhiText> pseudonyms) {
		NavigableMap<String, String> originals = new TreeMap<>();
		pseudonyms.forEach((pseudonym, original) -> {
			if (!isBracketed(pseudonym)) {
				return;
			}
			String before = originals.put(fold(pseudonym), original.reveal());
			if (before != null && !before.equals(original.reveal())) {
				throw new IllegalArgumentException("two pseudonyms differ in case only");
			}
		});
		return originals.isEmpty() ? NOTHING : new Restorer(originals);
	}

	/**
	 * The same with what was taken out earlier. Where both know a pseudonym, this one
	 * counts.
	 * @param earlier what was taken out before
	 * @return a restorer of both
	 */
	public Restorer after(Restorer earlier) {
		if (earlier.isIdle()) {
			return this;
		}
		NavigableMap<String, String> both = new TreeMap<>(earlier.originals);
		both.putAll(this.originals);
		return new Restorer(both);
	}

	/**
	 * What each pseudonym stands for.
	 * @return texts by pseudonyms
	 */
	public Map<String, PhiText> pseudonyms() {
		Map<String, PhiText> pseudonyms = new TreeMap<>();
		this.originals.forEach((pseudonym, original) -> pseudonyms.put(pseudonym, PhiText.of(original)));
		return pseudonyms;
	}

	private static boolean isBracketed(String pseudonym) {
		return pseudonym.length() > 2 && pseudonym.charAt(0) == '[' && pseudonym.indexOf('[', 1) < 0
				&& pseudonym.indexOf(']') == pseudonym.length() - 1;
	}

	private static String fold(String pseudonym) {
		return pseudonym.toUpperCase(Locale.ROOT);
	}

	/**
	 * Whether there is nothing to put back, whatever the text.
	 * @return {@code true} if no pseudonym was issued
	 */
	public boolean isIdle() {
		return this.originals.isEmpty();
	}

	/**
	 * Put back into a whole text.
	 * @param text the text
	 * @param form its form
	 * @return the text with what its pseudonyms stand for
	 */
	public String restore(String text, Form form) {
		RestoringStream stream = stream(form);
		String beginning = stream.push(text);
		String end = stream.finish();
		return end.isEmpty() ? beginning : beginning + end;
	}

	/**
	 * Begin to put back into a text that arrives in pieces.
	 * @param form its form
	 * @return a stream for one text
	 */
	public RestoringStream stream(Form form) {
		return new RestoringStream(this, form);
	}

	int longest() {
		return this.longest;
	}

	@Nullable String original(String candidate) {
		return this.originals.get(fold(candidate));
	}

	boolean mayBegin(String candidate) {
		String folded = fold(candidate);
		String next = this.originals.ceilingKey(folded);
		return next != null && next.startsWith(folded);
	}

	@Override
	public String toString() {
		return "Restorer[pseudonyms=" + this.originals.size() + "]";
	}

}
