package io.hilum.phi.pseudonym;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Names of months in English and Spanish, in full and cut.
 */
enum MonthNames {

	ENGLISH("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
			"november", "december"),

	ENGLISH_SHORT("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),

	SPANISH("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
			"noviembre", "diciembre");

	private final List<String> names;

	MonthNames(String... names) {
		this.names = List.of(names);
	}

	/** The names of which one is. */
	static @Nullable MonthNames of(String folded) {
		for (MonthNames names : values()) {
			if (names.month(folded) > 0) {
				return names;
			}
		}
		return null;
	}

	/** The month of a name, 1 to 12, or 0. */
	int month(String folded) {
		String known = (this == ENGLISH_SHORT && folded.equals("sept")) ? "sep" : folded;
		return this.names.indexOf(known) + 1;
	}

	/** The name of a month in the case in which another is written. */
	String write(int month, String like) {
		String name = this.names.get(month - 1);
		if (like.equals(like.toUpperCase(Locale.ROOT))) {
			return name.toUpperCase(Locale.ROOT);
		}
		boolean capital = Character.isUpperCase(like.charAt(0));
		return capital ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : name;
	}

}
