package io.hilum.trust.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keys, grants or budgets of which a change could not be read. It may have been a
 * revocation, so nobody relies on what was known before until a change is read that is
 * newer than that, and no older than the one that was missed. Thread-safe.
 */
public final class UnreadChanges {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Map<String, Long> knownFrom = new ConcurrentHashMap<>();

	private final Map<String, Long> readSinceTheStart = new ConcurrentHashMap<>();

	/**
	 * Note that all changes are read again from the first one on. What follows a change
	 * that could not be read is then newer than it, although it is known already.
	 */
	public void startOver() {
		this.readSinceTheStart.clear();
	}

	/**
	 * Note that a change could not be read. One that is older than what is known says
	 * nothing; one without a version is newer than what was read before it.
	 * @param id whose change it is
	 * @param version its version, 0 if not even that could be read
	 * @param known the version that is known, 0 if none is
	 */
	public void missed(String id, long version, long known) {
		if (version == 0) {
			this.knownFrom.merge(id, this.readSinceTheStart.getOrDefault(id, 0L) + 1, Math::max);
		}
		else if (version >= known) {
			this.knownFrom.merge(id, Math.max(version, known + 1), Math::max);
		}
	}

	/**
	 * Note that a change was read.
	 * @param id whose change it is
	 * @param version its version
	 */
	public void read(String id, long version) {
		this.readSinceTheStart.merge(id, version, Math::max);
		this.knownFrom.computeIfPresent(id, (same, from) -> (version >= from) ? null : from);
	}

	/**
	 * Whether nobody may rely on what is known of something.
	 * @param id its id
	 * @return {@code true} if a change of it was missed and none was read since
	 */
	public boolean concern(String id) {
		return this.knownFrom.containsKey(id);
	}

	/**
	 * Of how many keys, grants or budgets a change was missed.
	 * @return the number
	 */
	public int size() {
		return this.knownFrom.size();
	}

	/**
	 * The version of a change that cannot be read, as far as that can be.
	 * @param change the change, as it came
	 * @return its version, 0 if it does not say
	 */
	public static long versionOf(byte[] change) {
		try {
			return JSON.readTree(change).path("version").asLong(0);
		}
		catch (JacksonException ex) {
			return 0;
		}
	}

}
