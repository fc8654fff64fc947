package io.hilum.agents.record;

import java.util.List;

import io.hilum.agents.evidence.Identity;
import io.hilum.agents.mandate.RecordAccess;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Mono;

/**
 * Reads the record as the person who asks. Fails with a
 * {@link io.hilum.agents.tool.ToolRefusal}.
 */
public interface RecordReader {

	/**
	 * Whether there is a record system.
	 * @return {@code false} if nothing can be read
	 */
	boolean isConnected();

	/**
	 * Read the record of the patient of a run.
	 * @param query what is asked for
	 * @param access whose record, and as whom
	 * @return what was found, within bounds
	 */
	Mono<Found> read(RecordQuery query, RecordAccess access);

	/**
	 * What was found.
	 *
	 * @param entries the entries, the latest first
	 * @param more whether there are more than were read
	 * @param leftOut how many were left out: those of another patient, and those that
	 * were entered in error
	 * @param identities the identifiers of people in it
	 */
	record Found(List<Entry> entries, boolean more, int leftOut, List<Identity> identities) {

		public Found {
			entries = List.copyOf(entries);
			identities = List.copyOf(identities);
		}

		@Override
		public String toString() {
			return "Found[entries=" + this.entries.size() + "]";
		}

	}

	/**
	 * One entry of a record.
	 *
	 * @param id its id at the record system
	 * @param title what it is and of when, for people
	 * @param text what it says, a line for each of its fields
	 */
	record Entry(PhiText id, PhiText title, PhiText text) {
	}

}
