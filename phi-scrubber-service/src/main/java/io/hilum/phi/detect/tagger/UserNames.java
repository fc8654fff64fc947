package io.hilum.phi.detect.tagger;

import java.util.List;
import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;
import io.hilum.phi.detect.dictionary.Words;

/**
 * Finds user names without a digit: a word in small letters that is in no list, behind
 * {@code user}, {@code login} or {@code -u}.
 */
final class UserNames {

	private static final int SHORTEST = 5;

	private static final int MOST_DIGITS = 3;

	private static final Set<String> CUES = Set.of("user", "username", "userid", "login", "logon");

	private UserNames() {
	}

	/** Adds what is found to some spans. */
	static void find(Words words, List<Span> spans) {
		Document document = words.document();
		for (int i = 1; i < document.size(); i++) {
			if (isAnnounced(document, i) && isUnknown(words, i)) {
				int end = end(document, i);
				spans.add(new Span(document.start(i), document.end(end - 1), EntityType.OTHER_ID, 0.8, "user-name"));
			}
		}
	}

	private static boolean isAnnounced(Document document, int i) {
		boolean option = document.is(i - 1, "u") && document.symbol(i - 2, '-') && document.joined(i - 2)
				&& !document.joined(i - 1);
		int cue = document.is(i - 1, "is") || document.symbolOf(i - 1, ":=\"'`") ? i - 2 : i - 1;
		return (option || CUES.contains(document.folded(cue)) || (document.is(i - 1, "by") && isNumbered(document, i)))
				&& !document.startsLine(i);
	}

	private static boolean isUnknown(Words words, int i) {
		Document document = words.document();
		if (isNumbered(document, i)) {
			return true;
		}
		return document.kind(i) == TokenKind.WORD && !document.capitalised(i) && document.length(i) >= SHORTEST
				&& (words.lists(i) == 0 || isDotted(document, i));
	}

	/** {@code jdoe7}: small letters and up to three digits. */
	private static boolean isNumbered(Document document, int i) {
		int letters = document.length(i) - document.digits(i);
		if (document.kind(i) != TokenKind.MIXED || letters < SHORTEST - 1 || document.digits(i) > MOST_DIGITS) {
			return false;
		}
		String token = document.text().substring(document.start(i), document.end(i));
		return token.chars().limit(letters).allMatch(Character::isLowerCase);
	}

	/** {@code jo.doe}. */
	private static boolean isDotted(Document document, int i) {
		return document.joined(i) && document.symbolOf(i + 1, "._") && document.joined(i + 1)
				&& document.kind(i + 2) == TokenKind.WORD;
	}

	private static int end(Document document, int i) {
		int end = i + 1;
		while (end < i + 6 && isDotted(document, end - 1)) {
			end += 2;
		}
		return end;
	}

}
