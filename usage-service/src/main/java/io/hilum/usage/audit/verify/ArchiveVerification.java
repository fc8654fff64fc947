package io.hilum.usage.audit.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.hilum.usage.audit.chain.Expiry;
import io.hilum.usage.audit.chain.Manifest;
import io.hilum.usage.audit.chain.Signatures;
import io.hilum.usage.audit.chain.SignedHead;

/**
 * Verifies a folder, and with its heads any other copy of the events.
 */
final class ArchiveVerification {

	private final ArchiveFolder folder;

	private final Signatures signatures;

	private final Set<String> anchors;

	/**
	 * Create a verification.
	 * @param folder the folder
	 * @param signatures the keys that are believed
	 * @param anchors hashes of heads that were noted elsewhere: an archive without them
	 * was cut off or forked, however well it is signed
	 */
	ArchiveVerification(ArchiveFolder folder, Signatures signatures, Set<String> anchors) {
		this.folder = folder;
		this.signatures = signatures;
		this.anchors = anchors;
	}

	ChainVerifier verifyFolder() throws IOException {
		Manifest manifest = manifest();
		ChainVerifier chain = begin();
		List<String> missingAnchors = new ArrayList<>(this.anchors);
		missingAnchors.remove(chain.lastHead());
		for (long batch = chain.batches() + 1; batch <= manifest.batches(); batch++) {
			SignedHead head = this.folder.head(batch, chain.events() + 1);
			chain.batch(head, this.folder.events(batch, chain.events() + 1), batch < manifest.batches());
			missingAnchors.remove(chain.lastHead());
		}
		requireEnd(manifest, chain, missingAnchors);
		return chain;
	}

	/**
	 * Compare another copy of the events with the heads of the folder.
	 * @param copy the other copy
	 * @return the chain that was followed
	 */
	ChainVerifier verifyCopy(EventCopy copy) throws IOException {
		Manifest manifest = manifest();
		ChainVerifier chain = begin();
		copy.until(chain.events());
		for (long batch = chain.batches() + 1; batch <= manifest.batches(); batch++) {
			SignedHead head = this.folder.head(batch, chain.events() + 1);
			chain.batch(head, copy.until(head.head().lastSequence()), copy.hasMore());
		}
		while (copy.hasMore()) {
			chain.unsealed(copy.next());
		}
		return chain;
	}

	/**
	 * How many events were removed when their time was over.
	 */
	long removed() throws IOException {
		return begin().events();
	}

	private ChainVerifier begin() throws IOException {
		Expiry expiry = this.folder.expiry();
		return (expiry != null) ? ChainVerifier.after(this.signatures, expiry) : new ChainVerifier(this.signatures);
	}

	private Manifest manifest() throws IOException {
		Manifest manifest = this.folder.manifest();
		if (!this.signatures.verify(manifest.keyId(), manifest.toSign(), manifest.signature())) {
			throw ChainVerifier.altered(1, Alteration.Kind.HEAD_ALTERED,
					"the manifest is not signed by a key that is believed");
		}
		return manifest;
	}

	private void requireEnd(Manifest manifest, ChainVerifier chain, List<String> missingAnchors) {
		if (!manifest.lastHead().equals(chain.lastHead()) || manifest.events() != chain.events()) {
			throw ChainVerifier.altered(chain.events() + 1, Alteration.Kind.HEAD_ALTERED,
					"the manifest ends with another head than the archive");
		}
		if (this.folder.reachesBeyond(manifest.batches())) {
			throw ChainVerifier.altered(chain.events() + 1, Alteration.Kind.CUT_OFF,
					"there are heads that the manifest does not count: it is an old one");
		}
		if (!missingAnchors.isEmpty()) {
			throw ChainVerifier.altered(chain.events() + 1, Alteration.Kind.CUT_OFF,
					"head " + missingAnchors.getFirst() + " was noted elsewhere and is not here");
		}
	}

}
