package io.hilum.phi.figures;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of an identifier that has to be covered: without punctuation around it, a
 * title before it, letters of a profession after it, or what stands beside the number of
 * an age.
 *
 * @param start the first UTF-16 unit
 * @param end the unit after the last
 */
record Core(int start, int end) {

	private static final Pattern TITLE = Pattern
		.compile("^(?:dr|mr|mrs|ms|miss|prof|nurse|rev|sr|sra|doctor)\\b\\.?\\s+", Pattern.CASE_INSENSITIVE);

	private static final Pattern PROFESSION = Pattern
		.compile("(?:,?\\s+(?:md|do|rn|np|pa-c|pa|phd|dds|mbbs|facs|aprn|lpn|pharmd))\\.?$", Pattern.CASE_INSENSITIVE);

	private static final Pattern AGE = Pattern.compile("\\d{2,3}|[a-z]+(?:[- ][a-z]+)?", Pattern.CASE_INSENSITIVE);

	private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");

	static Core of(String text, int start, int end, String type) {
		Core core = new Core(start, end).trimmed(text);
		if (type.equals("AGE")) {
			Matcher age = AGE.matcher(text.substring(core.start, core.end));
			return age.find() ? new Core(core.start + age.start(), core.start + age.end()) : core;
		}
		if (type.equals("NAME") || type.equals("LOCATION")) {
			return core.withoutPossessive(text).withoutTitle(text).withoutProfession(text).trimmed(text);
		}
		return core;
	}

	private Core trimmed(String text) {
		int from = this.start;
		int to = this.end;
		while (from < to && !Character.isLetterOrDigit(text.codePointAt(from))) {
			from += Character.charCount(text.codePointAt(from));
		}
		while (to > from && !Character.isLetterOrDigit(text.codePointBefore(to))) {
			to -= Character.charCount(text.codePointBefore(to));
		}
		return new Core(from, to);
	}

	private Core withoutPossessive(String text) {
		Matcher possessive = POSSESSIVE.matcher(text.substring(this.start, this.end));
		return possessive.find() ? new Core(this.start, this.start + possessive.start()) : this;
	}

	private Core withoutTitle(String text) {
		Matcher title = TITLE.matcher(text.substring(this.start, this.end));
		boolean more = title.find() && this.start + title.end() < this.end;
		return more ? new Core(this.start + title.end(), this.end) : this;
	}

	private Core withoutProfession(String text) {
		Matcher profession = PROFESSION.matcher(text.substring(this.start, this.end));
		return profession.find() && profession.start() > 0 ? new Core(this.start, this.start + profession.start())
				: this;
	}

}
