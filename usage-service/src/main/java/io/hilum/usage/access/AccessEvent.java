package io.hilum.usage.access;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The new state of a key, a budget or a grant, as {@code access-changed-v1.schema.json}
 * has it without its version, which {@link AccessState} assigns.
 */
public sealed interface AccessEvent {

	/**
	 * The id within its kind.
	 * @return the id
	 */
	String id();

	/**
	 * Whether it is no longer in force.
	 * @return {@code true} if it was taken back
	 */
	boolean revoked();

	/**
	 * What it is the state of.
	 * @return {@code key}, {@code budget} or {@code grant}
	 */
	default String kind() {
		return switch (this) {
			case KeyIssued key -> "key";
			case KeyRevoked key -> "key";
			case BudgetChanged budget -> "budget";
			case GrantChanged grant -> "grant";
		};
	}

	/**
	 * A key that may be used.
	 *
	 * @param id the id
	 * @param revoked always {@code false}
	 * @param sha256 SHA-256 of the whole key in hex
	 * @param name what its owner calls it
	 * @param subject for whom it speaks
	 * @param roles the roles it has
	 * @param team the team that pays
	 * @param application the application it belongs to
	 * @param purpose the purpose of use
	 * @param models patterns of models it may use
	 * @param networks networks in CIDR form it may be used from, any if empty
	 * @param expiresAt when it ends
	 * @param retiring the secret before, as long as that opens too
	 */
	record KeyIssued(String id, boolean revoked, String sha256, String name, String subject, List<String> roles,
			String team, @Nullable String application, String purpose, List<String> models, List<String> networks,
			@Nullable Instant expiresAt, @Nullable RetiringSecret retiring) implements AccessEvent {

		/**
		 * A secret that a key had before.
		 *
		 * @param sha256 SHA-256 of the whole key in hex
		 * @param until until when it opens
		 */
		public record RetiringSecret(String sha256, Instant until) {
		}

	}

	/**
	 * A key that may not be used any more.
	 *
	 * @param id the id
	 * @param revoked always {@code true}
	 */
	record KeyRevoked(String id, boolean revoked) implements AccessEvent {

		/**
		 * Create an event.
		 * @param id the id of the key
		 */
		public KeyRevoked(String id) {
			this(id, true);
		}

	}

	/**
	 * A limit of spending.
	 *
	 * @param id what is limited
	 * @param revoked whether the limit was lifted
	 * @param window how long a limit lasts
	 * @param timeZone the time zone in which windows begin
	 * @param limitNanoUsd the limit in nano-dollars
	 * @param mode {@code hard} or {@code soft}
	 * @param warnAtPercent at which shares of the limit a warning is told, in percent
	 * @param rollOverNanoUsd how much of what is unspent is carried over at most
	 * @param rollOverSince since when
	 */
	record BudgetChanged(String id, boolean revoked, String window, String timeZone, long limitNanoUsd, String mode,
			List<Integer> warnAtPercent, long rollOverNanoUsd, @Nullable Instant rollOverSince) implements AccessEvent {
	}

	/**
	 * Roles that somebody has for a while.
	 *
	 * @param id the id
	 * @param revoked whether it was ended
	 * @param subject who has them
	 * @param roles the roles
	 * @param expiresAt when it ends
	 */
	record GrantChanged(String id, boolean revoked, String subject, List<String> roles,
			Instant expiresAt) implements AccessEvent {
	}

}
