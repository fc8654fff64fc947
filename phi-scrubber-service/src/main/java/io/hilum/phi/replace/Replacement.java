package io.hilum.phi.replace;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Span;
import io.hilum.phi.pseudonym.Identifier;
import io.hilum.phi.pseudonym.Pseudonyms;
import io.hilum.phi.pseudonym.ShiftedDates;

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
	 * Another date, in the form in which the first was written.
	 *
	 * @param dates the dates that are moved
	 * @param otherwise what becomes of a date that cannot be moved
	 */
	record ShiftDates(ShiftedDates dates, Replacement otherwise) implements Replacement {

		@Override
		public String of(Identifier identifier) {
			return this.dates.of(identifier).orElseGet(() -> this.otherwise.of(identifier));
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

	/**
	 * The identifier itself.
	 */
	record Keep() implements Replacement {

		@Override
		public String of(Identifier identifier) {
			return identifier.surface();
		}

	}

	/**
	 * Something else for each type.
	 *
	 * @param byType what stands for identifiers of each type
	 */
	record ByType(Map<EntityType, Replacement> byType) implements Replacement {

		@Override
		public String of(Identifier identifier) {
			return Objects.requireNonNull(this.byType.get(identifier.type())).of(identifier);
		}

	}

}
