package io.hilum.usage.audit.verify;

import java.time.Instant;
import java.util.List;

import io.hilum.usage.audit.chain.ChainedEvent;
import io.hilum.usage.audit.chain.Expiry;
import io.hilum.usage.audit.chain.Hash;
import io.hilum.usage.audit.chain.Head;
import io.hilum.usage.audit.chain.Signatures;
import io.hilum.usage.audit.chain.SignedHead;

/**
 * Follows a chain from its beginning, batch by batch, and stops at the first alteration.
 * Not thread-safe: one verifier for one chain.
 */
public final class ChainVerifier {

	private final Signatures signatures;

	private long batches;

	private long events;

	private String lastHash = Hash.NONE;

	private String lastHead = Hash.NONE;

	private Instant lastSealedAt = Instant.MIN;

	/**
	 * Create a verifier.
	 * @param signatures the keys that are believed
	 */
	public ChainVerifier(Signatures signatures) {
		this.signatures = signatures;
	}

	/**
	 * Create a verifier that goes on after a head.
	 * @param signatures the keys that are believed
	 * @param last the head, known to be right
	 * @return the verifier
	 */
	public static ChainVerifier after(Signatures signatures, Head last) {
		ChainVerifier verifier = new ChainVerifier(signatures);
		verifier.goOnAfter(last);
		return verifier;
	}

	/**
	 * Create a verifier that goes on after what was removed when its time was over.
	 * @param signatures the keys that are believed
	 * @param expiry what was removed
	 * @return the verifier
	 * @throws AlteredEvidenceException if it was not removed rightfully
	 */
	public static ChainVerifier after(Signatures signatures, Expiry expiry) {
		Head last = expiry.last();
		if (!signatures.verify(expiry.keyId(), expiry.toSign(), expiry.signature())
				|| !signatures.verify(last.keyId(), last.toSign(), expiry.headSignature())) {
			throw altered(1, Alteration.Kind.HEAD_ALTERED, "the expiry is not signed by a key that is believed");
		}
		if (!expiry.isDue()) {
			throw altered(1, Alteration.Kind.DROPPED,
					"events 1 to " + last.lastSequence() + " were removed before their time");
		}
		return after(signatures, last);
	}

	/**
	 * Verify the next batch.
	 * @param signed its head
	 * @param lines its events as they were found, possibly altered
	 * @param more whether later events were found
	 * @throws AlteredEvidenceException if either is not what was signed
	 */
	public void batch(SignedHead signed, List<ChainedEvent> lines, boolean more) {
		verifyHead(signed);
		new BatchComparison(signed, this.lastHash, lines, more).verify();
		goOnAfter(signed.head());
	}

	/**
	 * Verify events that no head covers yet. They are linked, but not signed: who alters
	 * the last of them and its hash is found only by the next head.
	 * @param lines the next events
	 * @throws AlteredEvidenceException if they are not linked
	 */
	public void unsealed(List<ChainedEvent> lines) {
		for (ChainedEvent line : lines) {
			long expected = this.events + 1;
			if (line.sequence() != expected) {
				throw altered(expected, Alteration.Kind.DROPPED,
						"expected event " + expected + ", found " + line.sequence());
			}
			if (!ChainedEvent.link(expected, this.lastHash, line.event()).hash().equals(line.hash())) {
				throw altered(expected, Alteration.Kind.EDITED, "event " + expected + " does not fit its hash");
			}
			this.events = expected;
			this.lastHash = line.hash();
		}
	}

	/**
	 * Verify that the chain ends where it should.
	 * @param sequence the place of the last event
	 * @param hash its hash
	 * @throws AlteredEvidenceException if it ends elsewhere
	 */
	public void requireEnd(long sequence, String hash) {
		if (this.events < sequence || !this.lastHash.equals(hash)) {
			throw altered(this.events + 1, Alteration.Kind.CUT_OFF,
					"the chain ends at event " + this.events + ", it reached event " + sequence);
		}
	}

	/**
	 * How many batches were verified.
	 * @return the number
	 */
	public long batches() {
		return this.batches;
	}

	/**
	 * How many events were verified.
	 * @return the number
	 */
	public long events() {
		return this.events;
	}

	/**
	 * The hash of the last event.
	 * @return the hash
	 */
	public String lastHash() {
		return this.lastHash;
	}

	/**
	 * The hash of the last head.
	 * @return the hash
	 */
	public String lastHead() {
		return this.lastHead;
	}

	private void goOnAfter(Head head) {
		this.batches = head.batch();
		this.events = head.lastSequence();
		this.lastHash = head.lastHash();
		this.lastHead = head.hash();
		this.lastSealedAt = head.sealedAt();
	}

	private void verifyHead(SignedHead signed) {
		Head head = signed.head();
		require(head.batch() == this.batches + 1, "expected batch " + (this.batches + 1) + ", found " + head.batch());
		require(this.signatures.verify(head.keyId(), head.toSign(), signed.signature()),
				"head " + head.batch() + " is not signed by a key that is believed");
		require(head.previousHead().equals(this.lastHead),
				"head " + head.batch() + " does not follow the head before it: the chain forks here");
		require(head.firstSequence() == this.events + 1,
				"head " + head.batch() + " does not begin at event " + (this.events + 1));
		require(!head.sealedAt().isBefore(this.lastSealedAt),
				"head " + head.batch() + " is older than the head before it");
		require(signed.leaves().stream().allMatch(Hash::isHash), "head " + head.batch() + " has a hash that is none");
		require(signed.leaves().size() == head.lastSequence() - head.firstSequence() + 1
				&& Hash.rootOf(signed.leaves()).equals(head.merkleRoot())
				&& signed.leaves().getLast().equals(head.lastHash()),
				"the hashes of head " + head.batch() + " are not those under its root");
	}

	private void require(boolean condition, String detail) {
		if (!condition) {
			throw altered(this.events + 1, Alteration.Kind.HEAD_ALTERED, detail);
		}
	}

	static AlteredEvidenceException altered(long sequence, Alteration.Kind kind, String detail) {
		return new AlteredEvidenceException(new Alteration(sequence, kind, detail));
	}

}
