package io.hilum.agents.record;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a record.
 *
 * @param kind what is read
 * @param entries how many at most
 * @param since only what is not older, if given
 * @param until only what is not younger, if given
 * @param category only observations of this category of FHIR, if given
 */
public record RecordQuery(RecordKind kind, int entries, @Nullable LocalDate since, @Nullable LocalDate until,
		@Nullable String category) {

	@Override
	public String toString() {
		return "RecordQuery[kind=" + this.kind + ", entries=" + this.entries + "]";
	}

}
