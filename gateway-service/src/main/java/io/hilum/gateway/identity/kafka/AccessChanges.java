package io.hilum.gateway.identity.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.hilum.gateway.identity.KeyRing;
import io.hilum.gateway.identity.TemporaryRoles;
import io.hilum.trust.access.UnreadChanges;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes changes of access over. One that cannot be read may be a revocation: the key or
 * grant that its record names opens nothing from then on, until a newer change of it is
 * read. Changes behind it are heard all the same.
 */
final class AccessChanges {

	private static final Logger logger = LoggerFactory.getLogger(AccessChanges.class);

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Pattern OURS = Pattern.compile("(key|grant):([A-Za-z0-9_-]{1,64})");

	private final KeyRing ring;

	private final TemporaryRoles temporary;

	private final Counter unreadable;

	AccessChanges(KeyRing ring, TemporaryRoles temporary, MeterRegistry meters) {
		this.ring = ring;
		this.temporary = temporary;
		this.unreadable = Counter.builder("hilum.identity.key.unreadable")
			.description("Changes of access that could not be read")
			.register(meters);
		Gauge.builder("hilum.identity.key.closed", () -> ring.closed() + temporary.closed())
			.description("Keys and grants that open nothing since a change of them could not be read")
			.register(meters);
	}

	/**
	 * Note that all changes are read again from the first one on.
	 */
	void startOver() {
		this.ring.startOver();
		this.temporary.startOver();
	}

	/**
	 * Take a change over.
	 * @param key the key of its record
	 * @param value the change; {@code null} says nothing
	 * @return the change, if it was newer than what is known
	 */
	Optional<AccessChangedV1> apply(byte @Nullable [] key, byte @Nullable [] value) {
		if (value == null) {
			return Optional.empty();
		}
		Matcher named = OURS.matcher((key != null) ? new String(key, StandardCharsets.UTF_8) : "");
		try {
			AccessChangedV1 change = JSON.readValue(value, AccessChangedV1.class);
			if (named.matches() && !(named.group(1).equals(change.kind()) && named.group(2).equals(change.id()))) {
				throw new IllegalArgumentException("the change is of another key or grant than its record says");
			}
			return apply(change);
		}
		catch (RuntimeException ex) {
			// Whatever is wrong with it, the revocations behind it must be heard.
			this.unreadable.increment();
			String closed = named.matches() ? close(named.group(1), named.group(2), value) : "nobody knows of whom";
			logger.error("An access change is not readable ({}): {}", ex.getClass().getSimpleName(), closed);
			return Optional.empty();
		}
	}

	private Optional<AccessChangedV1> apply(AccessChangedV1 change) {
		boolean newer = (change.isKey() && this.ring.put(change.toKey()))
				|| (change.isGrant() && this.temporary.put(change.toGrant()));
		return newer ? Optional.of(change) : Optional.empty();
	}

	private String close(String kind, String id, byte[] value) {
		if (kind.equals("key")) {
			this.ring.close(id, UnreadChanges.versionOf(value));
		}
		else {
			this.temporary.close(id, UnreadChanges.versionOf(value));
		}
		return kind + " " + id + " opens nothing until a newer change of it is read";
	}

}
