package io.hilum.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.trust.access.UnreadChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * All Hilum keys, in memory. A change counts only if its version is newer than what is
 * known, so a stale copy undoes nothing, and a revoked key stays revoked. A key of which
 * a change could not be read opens nothing until a newer one is. Thread-safe.
 */
@Component
public final class KeyRing {

	/**
	 * How a Hilum key begins.
	 */
	public static final String PREFIX = "hlm_";

	private static final Pattern FORM = Pattern.compile("hlm_([a-z0-9]{6,12})_[A-Za-z0-9_-]{43}");

	private static final byte[] NO_DIGEST = new byte[32];

	private final Map<String, HilumKey> keys = new ConcurrentHashMap<>();

	private final UnreadChanges unread = new UnreadChanges();

	private final Clock clock;

	private volatile boolean complete;

	KeyRing(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Take over a change.
	 * @param changed the new state of a key
	 * @return whether it was newer than what is known
	 */
	public synchronized boolean put(HilumKey changed) {
		boolean taken = this.keys.merge(changed.id(), changed, KeyRing::newer) == changed;
		this.unread.read(changed.id(), changed.version());
		return taken;
	}

	/**
	 * Let a key open nothing, since a change of it could not be read.
	 * @param id its id
	 * @param version the version of the change, 0 if not even that could be read
	 */
	public synchronized void close(String id, long version) {
		HilumKey known = this.keys.get(id);
		this.unread.missed(id, version, (known != null) ? known.version() : 0);
	}

	/**
	 * Note that all changes are read again from the first one on.
	 */
	public synchronized void startOver() {
		this.unread.startOver();
	}

	/**
	 * How many keys open nothing since a change of them could not be read.
	 * @return the number
	 */
	public int closed() {
		return this.unread.size();
	}

	private static HilumKey newer(HilumKey known, HilumKey changed) {
		if (known.grant() == null) {
			return known;
		}
		boolean revokesSameVersion = changed.version() == known.version() && changed.grant() == null;
		return (changed.version() > known.version() || revokesSameVersion) ? changed : known;
	}

	/**
	 * Note that every change up to the start of this process is taken over.
	 */
	public void completed() {
		this.complete = true;
	}

	/**
	 * Whether this ring can tell an unknown key from one that it has not heard of yet.
	 * @return {@code true} if it can
	 */
	public boolean isComplete() {
		return this.complete;
	}

	/**
	 * How many keys are known, revoked ones included.
	 * @return the number
	 */
	public int size() {
		return this.keys.size();
	}

	/**
	 * Find the caller that a key stands for.
	 * @param presented the whole key as the client sent it
	 * @return the caller
	 * @throws io.hilum.gateway.problem.ProblemException if it opens nothing
	 */
	public Caller authenticate(String presented) {
		requireComplete();
		var form = FORM.matcher(presented);
		if (!form.matches()) {
			throw refused("key_malformed");
		}
		String id = form.group(1);
		if (this.unread.concern(id)) {
			throw refused("key_unreadable");
		}
		HilumKey key = this.keys.get(id);
		HilumKey.Grant grant = (key != null) ? key.grant() : null;
		byte[] digest = sha256(presented);
		boolean same = (grant != null) ? grant.opensWith(digest, this.clock.instant())
				: MessageDigest.isEqual(digest, NO_DIGEST);
		if (grant == null || !same) {
			throw refused(reason(key, grant));
		}
		if (grant.expiredAt(this.clock.instant())) {
			throw refused("key_expired");
		}
		return grant.toCaller(id);
	}

	/**
	 * The caller that a key stands for now, for work that goes on after it was presented.
	 * @param id the id of the key
	 * @return the caller, or nothing if the key opens nothing any more
	 */
	public Optional<Caller> present(String id) {
		HilumKey key = this.unread.concern(id) ? null : this.keys.get(id);
		return Optional.ofNullable((key != null) ? key.grant() : null)
			.filter((grant) -> !grant.expiredAt(this.clock.instant()))
			.map((grant) -> grant.toCaller(id));
	}

	/**
	 * Refuse to tell what is not known yet.
	 * @throws io.hilum.gateway.problem.ProblemException until every change is taken over
	 */
	public void requireComplete() {
		if (!this.complete) {
			throw new GatewayProblem.Unavailable("keys_unavailable",
					"The gateway is still reading its keys. Try again shortly")
				.asException();
		}
	}

	private static String reason(@Nullable HilumKey key, HilumKey.@Nullable Grant grant) {
		if (key == null) {
			return "key_unknown";
		}
		return (grant == null) ? "key_revoked" : "key_wrong";
	}

	private static RuntimeException refused(String reason) {
		return new GatewayProblem.Unauthenticated("invalid_api_key",
				"The API key is not valid: it is unknown, expired or revoked", reason)
			.asException();
	}

	private static byte[] sha256(String key) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is part of every JDK", ex);
		}
	}

}
