package io.hilum.phi.replace;

import java.util.List;

import io.hilum.phi.detect.Span;
import io.hilum.phi.pseudonym.Identifier;
import io.hilum.phi.pseudonym.Pseudonyms;

/**
 * What stands in a text where an identifier stood.
 */
public sealed interface Replacement {

	/**
	 * What stands for an identifier.
	 * @param identifier the identifier
	 * @return its replacement
	 */
	String of(Identifier identifier);

	/**
	 * Replace the identifiers of a text.
	 * @param text the text
	 * @param spans its identifiers in order, none overlapping another
	 * @return the text without them
	 */
	default String apply(String text, List<Span> spans) {
		StringBuilder replaced = new StringBuilder(text.length());
		int from = 0;
		for (Span span : spans) {
			replaced.append(text, from, span.start());
			replaced.append(of(new Identifier(span.type(), text.substring(span.start(), span.end()))));
			from = span.end();
		}
		return replaced.append(text, from, text.length()).toString();
	}

	/**
	 * A pseudonym that can be restored: {@code [NAME_7KQ2]}.
	 *
	 * @param pseudonyms the pseudonyms of the request
	 */
	record Pseudonymise(Pseudonyms pseudonyms) implements Replacement {

		@Override
		public String of(Identifier identifier) {
			return this.pseudonyms.of(identifier);
		}

	}

	/**
	 * The type alone, for good: {@code [NAME]}.
	 */
	record Redact() implements Replacement {

		@Override
		public String of(Identifier identifier) {
			return "[" + identifier.type().name() + "]";
		}

	}

}
