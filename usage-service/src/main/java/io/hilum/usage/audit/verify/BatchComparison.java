package io.hilum.usage.audit.verify;

import java.util.List;

import io.hilum.usage.audit.chain.ChainedEvent;
import io.hilum.usage.audit.chain.Hash;
import io.hilum.usage.audit.chain.SignedHead;

/**
 * Compares the events of one batch with the hashes under its signed root. Since each hash
 * is known, each event can be judged by itself: whether it is the one for its place, one
 * for another place, or none.
 */
final class BatchComparison {

	private final SignedHead signed;

	private final String previousHash;

	private final List<ChainedEvent> lines;

	private final boolean more;

	BatchComparison(SignedHead signed, String previousHash, List<ChainedEvent> lines, boolean more) {
		this.signed = signed;
		this.previousHash = previousHash;
		this.lines = lines;
		this.more = more;
	}

	void verify() {
		int count = this.signed.leaves().size();
		for (int place = 0; place < count; place++) {
			if (place >= this.lines.size()) {
				throw missing(place);
			}
			if (!isIntact(this.lines.get(place), place)) {
				throw altered(place);
			}
		}
		if (this.lines.size() > count) {
			long sequence = this.signed.head().lastSequence();
			throw ChainVerifier.altered(sequence + 1, Alteration.Kind.INSERTED,
					"batch " + this.signed.head().batch() + " goes on after its last event " + sequence);
		}
	}

	private AlteredEvidenceException missing(int place) {
		long sequence = sequence(place);
		return this.more ? ChainVerifier.altered(sequence, Alteration.Kind.DROPPED, "event " + sequence + " is gone")
				: ChainVerifier.altered(sequence, Alteration.Kind.CUT_OFF,
						"everything from event " + sequence + " on is gone");
	}

	private AlteredEvidenceException altered(int place) {
		long sequence = sequence(place);
		ChainedEvent found = this.lines.get(place);
		int rightful = rightfulPlace(found);
		boolean elsewhere = this.lines.stream().anyMatch((line) -> belongsTo(line, place));
		if (rightful == place) {
			return ChainVerifier.altered(sequence, Alteration.Kind.EDITED,
					"event " + sequence + " has another sequence or hash than was signed");
		}
		if (rightful < 0 && !elsewhere) {
			return ChainVerifier.altered(sequence, Alteration.Kind.EDITED,
					"event " + sequence + " (now " + found.eventId() + ") is not what was signed");
		}
		if (rightful < 0 || (elsewhere && rightful < place)) {
			return ChainVerifier.altered(sequence, Alteration.Kind.INSERTED,
					"before event " + sequence + " something was put in: " + found.eventId());
		}
		if (elsewhere) {
			return ChainVerifier.altered(sequence, Alteration.Kind.REORDERED,
					"event " + sequence + " has changed places with event " + sequence(rightful));
		}
		return ChainVerifier.altered(sequence, Alteration.Kind.DROPPED,
				"event " + sequence + " is gone, event " + sequence(rightful) + " stands in its place");
	}

	private boolean isIntact(ChainedEvent line, int place) {
		return line.sequence() == sequence(place) && line.hash().equals(this.signed.leaves().get(place))
				&& belongsTo(line, place);
	}

	private int rightfulPlace(ChainedEvent line) {
		for (int place = 0; place < this.signed.leaves().size(); place++) {
			if (belongsTo(line, place)) {
				return place;
			}
		}
		return -1;
	}

	private boolean belongsTo(ChainedEvent line, int place) {
		String before = (place == 0) ? this.previousHash : this.signed.leaves().get(place - 1);
		return Hash.ofEvent(before, line.event()).equals(this.signed.leaves().get(place));
	}

	private long sequence(int place) {
		return this.signed.head().firstSequence() + place;
	}

}
