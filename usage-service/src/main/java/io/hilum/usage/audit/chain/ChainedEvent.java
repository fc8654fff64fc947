package io.hilum.usage.audit.chain;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event in its place in the chain.
 *
 * @param sequence its place, from 1
 * @param hash its hash, which covers all events before it
 * @param event its canonical text
 */
public record ChainedEvent(long sequence, String hash, String event) {

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * Link an event to the one before.
	 * @param sequence its place
	 * @param previous the hash of the event before
	 * @param event its canonical text
	 * @return the event in its place
	 */
	public static ChainedEvent link(long sequence, String previous, String event) {
		return new ChainedEvent(sequence, Hash.ofEvent(previous, event), event);
	}

	/**
	 * Read a line of an archive. A line that is not byte for byte what {@link #toLine()}
	 * writes is read as an event that fits no hash, so that no alteration goes unnoticed
	 * because it means the same.
	 * @param line the line
	 * @return the event
	 */
	public static ChainedEvent parse(String line) {
		try {
			JsonNode tree = JSON.readTree(line);
			ChainedEvent read = new ChainedEvent(tree.path("sequence").asLong(0), tree.path("hash").asString(""),
					CanonicalJson.write(tree.path("event")));
			return read.toLine().equals(line) ? read : new ChainedEvent(read.sequence, read.hash, line);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			return new ChainedEvent(0, "", line);
		}
	}

	/**
	 * Write the line of an archive.
	 * @return the line without its end
	 */
	public String toLine() {
		return "{\"sequence\":" + this.sequence + ",\"hash\":\"" + this.hash + "\",\"event\":" + this.event + "}";
	}

	/**
	 * The id of the event, if it can still be read.
	 * @return the id, or {@code null}
	 */
	public @Nullable String eventId() {
		try {
			return JSON.readTree(this.event).path("id").asStringOpt().orElse(null);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
