package io.hilum.usage.audit.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hilum.usage.Examples;
import io.hilum.usage.audit.chain.ArchiveNames;
import io.hilum.usage.audit.chain.CanonicalJson;
import io.hilum.usage.audit.chain.ChainedEvent;
import io.hilum.usage.audit.chain.Expiry;
import io.hilum.usage.audit.chain.Hash;
import io.hilum.usage.audit.chain.Head;
import io.hilum.usage.audit.chain.Manifest;
import io.hilum.usage.audit.chain.Signatures;
import io.hilum.usage.audit.chain.SignedHead;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An archive as the service would write it, in memory, to be altered and verified.
 */
final class TestArchive {

	static final KeyPair KEY = newKey();

	private final Map<String, String> parts = new LinkedHashMap<>();

	static TestArchive of(int batches, int eventsPerBatch) {
		return signedBy(KEY, batches, eventsPerBatch, "amelia");
	}

	static TestArchive signedBy(KeyPair key, int batches, int eventsPerBatch, String subject) {
		TestArchive archive = new TestArchive();
		Head last = new Head(0, 0, 0, Hash.NONE, Hash.NONE, Hash.NONE, Instant.parse("2026-01-05T08:00:00Z"), "");
		for (int batch = 1; batch <= batches; batch++) {
			last = archive.addBatch(key, last, eventsPerBatch, subject);
		}
		Manifest manifest = Manifest.endingWith(last);
		archive.parts.put(ArchiveNames.MANIFEST, manifest.signed(sign(key.getPrivate(), manifest.toSign())).toJson());
		archive.parts.put(ArchiveNames.key(Signatures.idOf(key.getPublic())), pem(key));
		return archive;
	}

	/**
	 * The archive after the beginning was removed.
	 */
	TestArchive expired(int batches, Instant at, String retention, KeyPair key) {
		TestArchive archive = copy();
		SignedHead last = SignedHead.parse(part(ArchiveNames.head(batches)));
		Expiry expiry = new Expiry(last.head(), last.signature(), retention, at, Signatures.idOf(key.getPublic()), "");
		archive.put(ArchiveNames.EXPIRY, expiry.signed(sign(key.getPrivate(), expiry.toSign())).toJson());
		for (int batch = 1; batch <= batches; batch++) {
			archive.remove(ArchiveNames.batch(batch));
			archive.remove(ArchiveNames.head(batch));
		}
		return archive;
	}

	private Head addBatch(KeyPair key, Head last, int count, String subject) {
		List<ChainedEvent> events = new ArrayList<>();
		String hash = last.lastHash();
		for (int i = 1; i <= count; i++) {
			long sequence = last.lastSequence() + i;
			ChainedEvent event = ChainedEvent.link(sequence, hash, event(sequence, subject));
			events.add(event);
			hash = event.hash();
		}
		List<String> leaves = events.stream().map(ChainedEvent::hash).toList();
		Head head = new Head(last.batch() + 1, last.lastSequence() + 1, last.lastSequence() + count, hash,
				Hash.rootOf(leaves), (last.batch() == 0) ? Hash.NONE : last.hash(), last.sealedAt().plusSeconds(10),
				Signatures.idOf(key.getPublic()));
		this.parts.put(ArchiveNames.batch(head.batch()),
				String.join("", events.stream().map((event) -> event.toLine() + "\n").toList()));
		this.parts.put(ArchiveNames.head(head.batch()),
				new SignedHead(head, sign(key.getPrivate(), head.toSign()), leaves).toJson());
		return head;
	}

	static String event(long sequence, String subject) {
		ObjectNode tree = (ObjectNode) JsonMapper.shared().readTree(Examples.read("audit-recorded-v1/chat.json"));
		tree.put("id", new java.util.UUID(7, sequence).toString()).put("requestId", "req-" + sequence);
		return CanonicalJson.write(tree.put("subject", subject));
	}

	TestArchive copy() {
		TestArchive copy = new TestArchive();
		copy.parts.putAll(this.parts);
		return copy;
	}

	String part(String name) {
		return java.util.Objects.requireNonNull(this.parts.get(name), name);
	}

	List<String> names() {
		return List.copyOf(this.parts.keySet());
	}

	void put(String name, String content) {
		this.parts.put(name, content);
	}

	void remove(String name) {
		this.parts.remove(name);
	}

	List<String> lines(long batch) {
		return new ArrayList<>(part(ArchiveNames.batch(batch)).lines().toList());
	}

	void putLines(long batch, List<String> lines) {
		put(ArchiveNames.batch(batch), String.join("", lines.stream().map((line) -> line + "\n").toList()));
	}

	Path writeTo(Path folder) throws IOException {
		for (Map.Entry<String, String> part : this.parts.entrySet()) {
			Path file = folder.resolve(part.getKey());
			Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
			Files.writeString(file, part.getValue());
		}
		return folder;
	}

	/**
	 * Write what differs from what is in the folder.
	 */
	void writeChanges(Path folder, Map<String, String> onDisk) throws IOException {
		for (String gone : onDisk.keySet().stream().filter((name) -> !this.parts.containsKey(name)).toList()) {
			Files.delete(folder.resolve(gone));
			onDisk.remove(gone);
		}
		for (Map.Entry<String, String> part : this.parts.entrySet()) {
			if (!part.getValue().equals(onDisk.put(part.getKey(), part.getValue()))) {
				Path file = folder.resolve(part.getKey());
				Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
				Files.writeString(file, part.getValue());
			}
		}
	}

	static String pem(KeyPair key) {
		return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(key.getPublic().getEncoded())
				+ "\n-----END PUBLIC KEY-----\n";
	}

	static KeyPair newKey() {
		try {
			return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String sign(PrivateKey key, byte[] content) {
		try {
			Signature signature = Signature.getInstance("Ed25519");
			signature.initSign(key);
			signature.update(content);
			return Base64.getEncoder().encodeToString(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
