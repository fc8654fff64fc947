package io.hilum.phi.pseudonym;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.TokenKind;
import io.hilum.phi.reading.Reading;

/**
 * A name of a person by its parts, in lower case and without diacritics.
 *
 * @param family the family name, or the only name
 * @param given the first given name, empty if there is but one name
 * @param plain whether the name is written {@code Given Family}, or as one word with a
 * capital, so that it can be told from its parts alone
 */
record NameParts(String family, String given, boolean plain) {

	private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "md", "do", "rn", "phd");

	static NameParts of(String surface) {
		Document document = new Document(Reading.plain(surface));
		List<String> units = new ArrayList<>();
		boolean familyFirst = false;
		for (int i = 0; i < document.size(); i++) {
			if (document.symbolOf(i, ",^") && units.size() == 1) {
				familyFirst = true;
			}
			if (document.kind(i) != TokenKind.WORD || document.length(i) < 2 || SUFFIXES.contains(document.folded(i))) {
				continue;
			}
			boolean joined = i > 1 && document.joined(i - 1) && document.joined(i - 2)
					&& document.symbolOf(i - 1, "-'’") && !units.isEmpty();
			if (joined) {
				units.set(units.size() - 1, units.getLast() + "-" + document.folded(i));
			}
			else {
				units.add(document.folded(i));
			}
		}
		if (units.isEmpty()) {
			return new NameParts(surface.toLowerCase(Locale.ROOT), "", false);
		}
		if (units.size() == 1) {
			return new NameParts(units.getFirst(), "", capitalised(units.getFirst()).equals(surface));
		}
		String family = familyFirst ? units.getFirst() : units.getLast();
		String given = familyFirst ? units.get(1) : units.getFirst();
		boolean plain = (capitalised(given) + " " + capitalised(family)).equals(surface);
		return new NameParts(family, given, plain);
	}

	private static String capitalised(String word) {
		return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
	}

}
