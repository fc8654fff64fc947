package io.hilum.gateway.phi;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * Puts back what the pseudonyms of one request stand for. Only pseudonyms that were
 * issued for this request are known; planted or invented ones stay as they are. Models
 * change how they write them, so case does not count, brackets may be lost, and both may
 * be escaped for Markdown, JSON or a URL; what is put back is always what stood in the
 * request. Dates that were moved come back in every form of theirs. Immutable.
 */
public final class Restorer {

	/**
	 * A restorer of nothing.
	 */
	public static final Restorer NOTHING = new Restorer(new TreeMap<>(), MovedDates.NONE);

	/** A word with an underscore in it, which is what no word of a language has. */
	private static final Pattern PSEUDONYM = Pattern.compile("\\[[A-Za-z0-9]++(?:_[A-Za-z0-9]++)++]");

	private final NavigableMap<String, String> originals;

	private final int longest;

	private final MovedDates dates;

	private Restorer(NavigableMap<String, String> originals, MovedDates dates) {
		this.originals = originals;
		this.dates = dates;
		this.longest = originals.keySet().stream().mapToInt(String::length).max().orElse(0);
	}

	/**
	 * Create a restorer.
	 * @param pseudonyms what each pseudonym, such as {@code [NAME_7KQ2]}, stands for, and
	 * what each date that was moved does
	 * @return the restorer
	 */
	public static Restorer of(Map<String, PhiText> pseudonyms) {
		NavigableMap<String, String> originals = new TreeMap<>();
		Map<String, String> dates = new TreeMap<>();
		pseudonyms.forEach((pseudonym, original) -> {
			if (!PSEUDONYM.matcher(pseudonym).matches()) {
				if (MovedDates.isWritten(pseudonym)) {
					dates.put(pseudonym, original.reveal());
				}
				return;
			}
			String word = fold(pseudonym.substring(1, pseudonym.length() - 1));
			String before = originals.put(word, original.reveal());
			if (before != null && !before.equals(original.reveal())) {
				throw new IllegalArgumentException("two pseudonyms differ in case only");
			}
		});
		return (originals.isEmpty() && dates.isEmpty()) ? NOTHING : new Restorer(originals, MovedDates.of(dates));
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
		return new Restorer(both, this.dates.after(earlier.dates));
	}

	/**
	 * What each pseudonym stands for.
	 * @return texts by pseudonyms
	 */
	public Map<String, PhiText> pseudonyms() {
		Map<String, PhiText> pseudonyms = new TreeMap<>();
		this.originals.forEach((word, original) -> pseudonyms.put("[" + word + "]", PhiText.of(original)));
		this.dates.originals().forEach((moved, original) -> pseudonyms.put(moved, PhiText.of(original)));
		return pseudonyms;
	}

	static String fold(String word) {
		StringBuilder folded = new StringBuilder(word.length());
		for (int i = 0; i < word.length(); i++) {
			folded.append(upper(word.charAt(i)));
		}
		return folded.toString();
	}

	static char upper(char unit) {
		return (unit >= 'a' && unit <= 'z') ? (char) (unit - 'a' + 'A') : unit;
	}

	/**
	 * Whether there is nothing to put back, whatever the text.
	 * @return {@code true} if no pseudonym was issued
	 */
	public boolean isIdle() {
		return this.originals.isEmpty() && this.dates.isEmpty();
	}

	/**
	 * Whether no pseudonym is known, though a date may have been moved.
	 * @return {@code true} if none is
	 */
	boolean hasNoPseudonym() {
		return this.originals.isEmpty();
	}

	MovedDates dates() {
		return this.dates;
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

	/**
	 * Begin to put back into a text to whose places something refers.
	 * @param form its form
	 * @return a stream for one text
	 */
	public TracedStream traced(Form form) {
		return new TracedStream(stream(form));
	}

	int longest() {
		return this.longest;
	}

	/**
	 * What a word stands for.
	 * @param word the word in capitals, without brackets
	 * @return what stood in the request, {@code null} if the word was not issued
	 */
	@Nullable String original(String word) {
		return this.originals.get(word);
	}

	/**
	 * Whether a word is or begins one that was issued.
	 * @param beginning the word so far, in any case
	 * @return {@code true} if it may
	 */
	boolean mayBegin(String beginning) {
		if (beginning.length() > this.longest) {
			return false;
		}
		String folded = fold(beginning);
		String next = this.originals.ceilingKey(folded);
		return next != null && next.startsWith(folded);
	}

	/**
	 * Whether a word begins a longer one that was issued.
	 * @param beginning the word so far, in capitals
	 * @return {@code true} if it does
	 */
	boolean mayGoOn(String beginning) {
		String next = this.originals.higherKey(beginning);
		return next != null && next.startsWith(beginning);
	}

	@Override
	public String toString() {
		return "Restorer[pseudonyms=" + this.originals.size() + "]";
	}

}
