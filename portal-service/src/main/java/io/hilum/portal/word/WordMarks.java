package io.hilum.portal.word;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.hilum.trust.seal.Hmac;
import io.hilum.trust.text.PhiText;

/**
 * Turns words into marks: the first 64 bits of a code under a key that one person has. A
 * mark says nothing without the key, and the same word has another mark for everybody
 * else (ADR 41). Thread-safe.
 */
public final class WordMarks {

	private static final int MIN_BEGINNING = 2;

	private static final int MAX_BEGINNING = 10;

	private final Hmac key;

	/**
	 * Create marks.
	 * @param key the key of the person
	 */
	public WordMarks(byte[] key) {
		this.key = new Hmac(key);
	}

	/**
	 * The marks of a text: one for each word.
	 * @param text the text
	 * @param max how many words are taken at most
	 * @return the marks, each once
	 */
	public Long[] ofText(PhiText text, int max) {
		Set<Long> marks = new LinkedHashSet<>();
		Words.of(text.reveal(), max).forEach((word) -> marks.add(whole(word)));
		return marks.toArray(Long[]::new);
	}

	/**
	 * The marks of a title: one for each word and for each of its beginnings.
	 * @param title the title
	 * @param max how many words are taken at most
	 * @return the marks, each once
	 */
	public Long[] ofTitle(PhiText title, int max) {
		Set<Long> marks = new LinkedHashSet<>();
		for (String word : Words.of(title.reveal(), max)) {
			marks.add(whole(word));
			for (int length = MIN_BEGINNING; length <= Math.min(word.length(), MAX_BEGINNING); length++) {
				marks.add(beginning(word.substring(0, length)));
			}
		}
		return marks.toArray(Long[]::new);
	}

	/**
	 * What to look for.
	 * @param query words
	 * @param max how many are taken at most
	 * @return for each word, the marks of which one must be there
	 */
	public List<Long[]> ofQuery(PhiText query, int max) {
		List<Long[]> wanted = new ArrayList<>();
		for (String word : Words.of(query.reveal(), max)) {
			boolean mayBegin = word.length() >= MIN_BEGINNING && word.length() <= MAX_BEGINNING;
			wanted.add(mayBegin ? new Long[] { whole(word), beginning(word) } : new Long[] { whole(word) });
		}
		return wanted;
	}

	private long whole(String word) {
		return mark("word/" + word);
	}

	private long beginning(String letters) {
		return mark("beginning/" + letters);
	}

	private long mark(String content) {
		return ByteBuffer.wrap(this.key.code(content.getBytes(StandardCharsets.UTF_8))).getLong();
	}

	@Override
	public String toString() {
		return "WordMarks[REDACTED]";
	}

}
