package io.hilum.usage.audit.verify;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.hilum.usage.audit.chain.ArchiveNames;
import io.hilum.usage.audit.chain.ChainedEvent;
import io.hilum.usage.audit.chain.Expiry;
import io.hilum.usage.audit.chain.Manifest;
import io.hilum.usage.audit.chain.Signatures;
import io.hilum.usage.audit.chain.SignedHead;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * An archive as a folder on a disk.
 *
 * @param root the folder
 */
record ArchiveFolder(Path root) {

	Manifest manifest() throws IOException {
		Path file = this.root.resolve(ArchiveNames.MANIFEST);
		if (!Files.exists(file) && Files.isDirectory(this.root.resolve("heads"))) {
			throw ChainVerifier.altered(1, Alteration.Kind.CUT_OFF, "the manifest is gone");
		}
		try {
			String json = Files.readString(file);
			Manifest manifest = Manifest.parse(json);
			if (manifest.toJson().equals(json)) {
				return manifest;
			}
		}
		catch (JacksonException | IllegalArgumentException | CharacterCodingException ex) {
			throw ChainVerifier.altered(1, Alteration.Kind.HEAD_ALTERED, "the manifest cannot be read");
		}
		throw ChainVerifier.altered(1, Alteration.Kind.HEAD_ALTERED, "the manifest is not written as it was sealed");
	}

	/**
	 * What was removed when its time was over.
	 * @return {@code null} if nothing was
	 */
	@Nullable Expiry expiry() throws IOException {
		Path file = this.root.resolve(ArchiveNames.EXPIRY);
		if (!Files.exists(file)) {
			return null;
		}
		try {
			String json = Files.readString(file);
			Expiry expiry = Expiry.parse(json);
			if (expiry.toJson().equals(json)) {
				return expiry;
			}
		}
		catch (JacksonException | IllegalArgumentException | CharacterCodingException ex) {
			throw ChainVerifier.altered(1, Alteration.Kind.HEAD_ALTERED, "the expiry cannot be read");
		}
		throw ChainVerifier.altered(1, Alteration.Kind.HEAD_ALTERED, "the expiry is not written as it was signed");
	}

	/**
	 * The head of a batch.
	 * @param batch the number of the batch
	 * @param nextSequence the event that it should begin with, to name if it is gone
	 */
	SignedHead head(long batch, long nextSequence) throws IOException {
		Path file = this.root.resolve(ArchiveNames.head(batch));
		if (!Files.exists(file)) {
			throw ChainVerifier.altered(nextSequence, Alteration.Kind.CUT_OFF, "head " + batch + " is gone");
		}
		try {
			String json = Files.readString(file);
			SignedHead head = SignedHead.parse(json);
			if (head.toJson().equals(json)) {
				return head;
			}
		}
		catch (JacksonException | IllegalArgumentException | CharacterCodingException ex) {
			throw ChainVerifier.altered(nextSequence, Alteration.Kind.HEAD_ALTERED,
					"head " + batch + " cannot be read");
		}
		throw ChainVerifier.altered(nextSequence, Alteration.Kind.HEAD_ALTERED,
				"head " + batch + " is not written as it was sealed");
	}

	List<ChainedEvent> events(long batch, long nextSequence) throws IOException {
		Path file = this.root.resolve(ArchiveNames.batch(batch));
		if (!Files.exists(file)) {
			throw ChainVerifier.altered(nextSequence, Alteration.Kind.DROPPED, "batch " + batch + " is gone");
		}
		try {
			return events(Files.readString(file));
		}
		catch (CharacterCodingException ex) {
			throw ChainVerifier.altered(nextSequence, Alteration.Kind.EDITED, "batch " + batch + " is no text");
		}
	}

	/**
	 * Reads lines that end with a line feed and nothing else: what only looks the same is
	 * an alteration too.
	 */
	private static List<ChainedEvent> events(String text) {
		List<ChainedEvent> events = new ArrayList<>();
		int from = 0;
		for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
			events.add(ChainedEvent.parse(text.substring(from, end)));
			from = end + 1;
		}
		if (from < text.length()) {
			events.add(new ChainedEvent(0, "", text.substring(from)));
		}
		return events;
	}

	boolean reachesBeyond(long batches) {
		return Files.exists(this.root.resolve(ArchiveNames.head(batches + 2)));
	}

	List<PublicKey> keys() throws IOException, GeneralSecurityException {
		List<PublicKey> keys = new ArrayList<>();
		try (Stream<Path> files = Files.list(this.root.resolve("keys"))) {
			for (Path file : files.sorted().toList()) {
				keys.add(Signatures.parse(Files.readString(file)));
			}
		}
		return keys;
	}

}
