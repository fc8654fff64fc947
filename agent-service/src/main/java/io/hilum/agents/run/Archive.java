package io.hilum.agents.run;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import io.hilum.agents.fingerprint.Fingerprint;
import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.SealBrokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Records of runs and notes for them, sealed (AES-256-GCM) for their place: whoever else
 * can write to the store can neither read nor make one, nor put one in place of another.
 */
@Component
class Archive {

	private static final Logger logger = LoggerFactory.getLogger(Archive.class);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final RunStore store;

	private final AesGcm seal;

	private final KeptProperties properties;

	Archive(RunStore store, AesGcm runSeal, KeptProperties properties) {
		this.store = store;
		this.seal = runSeal;
		this.properties = properties;
	}

	Mono<Void> save(Tape tape) {
		return Mono.defer(() -> {
			String key = key(tape.text("id"));
			return this.store.save(holder(tape), key, sealed(key, packed(tape)), this.properties.time(),
					tape.waitsUntil());
		}).timeout(this.properties.timeout());
	}

	private byte[] packed(Tape tape) {
		byte[] whole = Packing.pack(tape.bytes());
		if (whole.length <= this.properties.max().toBytes()) {
			return whole;
		}
		long most = this.properties.maxOutline().toBytes();
		byte[] outline = Packing.pack(tape.outline());
		byte[] least = (outline.length <= most) ? outline : Packing.pack(tape.standing());
		if (least.length > most) {
			throw new IllegalStateException("how the run stands has " + least.length + " bytes, packed");
		}
		return least;
	}

	/**
	 * Take one of the few places of those who wait for a person.
	 * @return {@code false} if the person's runs have all of them
	 */
	Mono<Boolean> wait(Tape tape, int most) {
		return Mono.defer(() -> this.store.take(holder(tape), tape.text("id"), tape.waitsUntil(), most))
			.timeout(this.properties.timeout());
	}

	/** Give it back. */
	Mono<Void> waitNoMore(Tape tape) {
		return Mono.defer(() -> this.store.free(holder(tape), tape.text("id"))).timeout(this.properties.timeout());
	}

	/**
	 * The record of a run.
	 * @return nothing if there is none, or none that was sealed here
	 */
	Mono<Tape> find(String run) {
		String key = key(run);
		return Mono.defer(() -> this.store.find(key))
			.timeout(this.properties.timeout())
			.map((sealed) -> Tape.read(Packing.unpack(this.seal.open(sealed, place(key)))))
			.onErrorResume(SealBrokenException.class, (ex) -> Mono.empty());
	}

	/**
	 * Leave a note; the first one counts.
	 * @return whether it is this one
	 */
	Mono<Boolean> leave(String note, JsonNode content) {
		return Mono
			.defer(() -> this.store.leave(note, sealed(note, JSON.writeValueAsBytes(content)), this.properties.time()))
			.timeout(this.properties.timeout());
	}

	/** Those notes that are there and were sealed here for their place. */
	Mono<Map<String, JsonNode>> left(Collection<String> notes) {
		return Mono.defer(() -> this.store.left(notes)).timeout(this.properties.timeout()).map(this::opened);
	}

	private Map<String, JsonNode> opened(Map<String, byte[]> found) {
		Map<String, JsonNode> opened = new HashMap<>();
		found.forEach((note, sealed) -> {
			try {
				opened.put(note, JSON.readTree(this.seal.open(sealed, place(note))));
			}
			catch (SealBrokenException ex) {
				logger.warn("A note for a run was not sealed by this service and is passed over");
			}
		});
		return opened;
	}

	private byte[] sealed(String key, byte[] plain) {
		return this.seal.seal(plain, place(key));
	}

	private static byte[] place(String key) {
		return key.getBytes(StandardCharsets.UTF_8);
	}

	private static String holder(Tape tape) {
		return Fingerprint.of(tape.text("subject"));
	}

	private static String key(String run) {
		return "run:" + run;
	}

	static String cancelling(String run) {
		return "cancel:" + run;
	}

	static String deciding(String run, String call) {
		return "decision:" + run + ":" + call;
	}

}
