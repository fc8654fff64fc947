package io.hilum.gateway.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.hilum.trust.access.UnreadChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Roles that people have for a while beside those of their tokens, in memory: because
 * they broke the glass, or because two administrators agreed. As with keys a change
 * counts only if it is newer, what was ended stays so, and what could not be read gives
 * nothing. Thread-safe.
 */
@Component
public final class TemporaryRoles {

	private final Map<String, Grant> byId = new ConcurrentHashMap<>();

	private final Map<String, List<Grant>> bySubject = new ConcurrentHashMap<>();

	private final UnreadChanges unread = new UnreadChanges();

	private final Clock clock;

	TemporaryRoles(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Take over a change.
	 * @param changed the new state of a grant
	 * @return whether it was newer than what is known
	 */
	public synchronized boolean put(Grant changed) {
		Grant known = this.byId.get(changed.id());
		boolean newer = known == null || (!known.ended() && changed.version() > known.version());
		Grant present = (known == null || newer) ? changed : known;
		this.byId.put(present.id(), present);
		this.unread.read(changed.id(), changed.version());
		this.bySubject.compute(present.subject(), (subject, grants) -> with(grants, present));
		return newer;
	}

	/**
	 * Let a grant give nothing, since a change of it could not be read.
	 * @param id its id
	 * @param version the version of the change, 0 if not even that could be read
	 */
	public synchronized void close(String id, long version) {
		Grant known = this.byId.get(id);
		this.unread.missed(id, version, (known != null) ? known.version() : 0);
		if (known != null) {
			this.bySubject.compute(known.subject(), (subject, grants) -> with(grants, known));
		}
	}

	/**
	 * Note that all changes are read again from the first one on.
	 */
	public synchronized void startOver() {
		this.unread.startOver();
	}

	/**
	 * How many grants give nothing since a change of them could not be read.
	 * @return the number
	 */
	public int closed() {
		return this.unread.size();
	}

	private @Nullable List<Grant> with(@Nullable List<Grant> grants, Grant changed) {
		Instant now = this.clock.instant();
		List<Grant> others = (grants != null) ? grants : List.of();
		List<Grant> all = Stream
			.concat(others.stream().filter((grant) -> !grant.id().equals(changed.id())), Stream.of(changed))
			.filter((grant) -> gives(grant, now))
			.toList();
		return all.isEmpty() ? null : all;
	}

	/**
	 * A caller with the roles of this moment. A key has none beside its own.
	 * @param caller the caller as the credential has it
	 * @return the caller as of now
	 */
	Caller of(Caller caller) {
		List<Grant> grants = this.bySubject.get(caller.subject());
		if (grants == null || caller.keyId() != null) {
			return caller;
		}
		Instant now = this.clock.instant();
		List<String> roles = grants.stream()
			.filter((grant) -> grant.isInForceAt(now))
			.flatMap((grant) -> grant.roles().stream())
			.toList();
		return roles.isEmpty() ? caller : caller.withRoles(roles);
	}

	/**
	 * Which of the roles that somebody had are left. One that was had for a while and is
	 * not any more is taken away, even if the token has it too.
	 * @param subject who had them
	 * @param had the roles
	 * @return those that are left
	 */
	public List<String> left(String subject, List<String> had) {
		Instant now = this.clock.instant();
		List<Grant> grants = this.byId.values().stream().filter((grant) -> grant.subject().equals(subject)).toList();
		List<String> lost = grants.stream()
			.filter((grant) -> !gives(grant, now))
			.flatMap((grant) -> grant.roles().stream())
			.filter((role) -> grants.stream().noneMatch((grant) -> gives(grant, now) && grant.roles().contains(role)))
			.toList();
		return had.stream().filter((role) -> !lost.contains(role)).toList();
	}

	private boolean gives(Grant grant, Instant now) {
		return grant.isInForceAt(now) && !this.unread.concern(grant.id());
	}

	/**
	 * The present state of a grant.
	 *
	 * @param id its id
	 * @param version grows with each change
	 * @param ended whether it was ended before its time
	 * @param subject who has the roles
	 * @param roles the roles
	 * @param expiresAt when it ends
	 */
	public record Grant(String id, long version, boolean ended, String subject, List<String> roles, Instant expiresAt) {

		public Grant {
			roles = List.copyOf(roles);
		}

		boolean isInForceAt(Instant time) {
			return !this.ended && time.isBefore(this.expiresAt);
		}

	}

}
