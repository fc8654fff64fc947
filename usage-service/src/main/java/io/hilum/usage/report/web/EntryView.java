package io.hilum.usage.report.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hilum.usage.ledger.LedgerEntry;
import io.hilum.usage.ledger.NanoUsd;

/**
 * The entry of a request: that of its answer, and beside it those of calls that were made
 * on the way, such as embeddings.
 *
 * @param entry the latest entry
 * @param costUsd what it cost in dollars
 * @param related the other entries of the request
 */
record EntryView(@JsonUnwrapped LedgerEntry entry, String costUsd,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<LedgerEntry> related) {

	static EntryView of(List<LedgerEntry> entries) {
		return new EntryView(entries.getFirst(), NanoUsd.format(entries.getFirst().costNanoUsd()),
				entries.subList(1, entries.size()));
	}

}
