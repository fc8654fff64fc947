package io.hilum.agents.record;

import io.hilum.agents.mandate.RecordAccess;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Mono;

/**
 * Files drafts in the record as the person who asks. Fails with a
 * {@link io.hilum.agents.tool.ToolRefusal}.
 */
public interface RecordFiler {

	/**
	 * Whether there is a record system.
	 * @return {@code false} if nothing can be filed
	 */
	boolean isConnected();

	/**
	 * File a draft, once: nothing is tried again.
	 * @param note the draft
	 * @param access in whose record, and as whom
	 * @return the id that the record system gave it
	 */
	Mono<PhiText> file(Note note, RecordAccess access);

	/**
	 * A draft.
	 *
	 * @param kind what kind of document it is
	 * @param text the text
	 * @param author who drafted it, such as {@code agent/clinical}
	 * @param run the id of the run
	 */
	record Note(NoteKind kind, PhiText text, String author, String run) {
	}

}
