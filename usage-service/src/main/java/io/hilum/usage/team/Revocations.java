package io.hilum.usage.team;

import io.hilum.usage.outbox.OutboxRelay;
import io.hilum.usage.problem.UsageProblem;
import reactor.core.publisher.Mono;

/**
 * Answers for changes that revoke keys.
 */
final class Revocations {

	private Revocations() {
	}

	/**
	 * Wait until a change that revokes keys is in force.
	 * @param change the transaction
	 * @param relay publishes it
	 * @param what what was changed
	 * @return when the event bus has acknowledged it; a problem if it has not
	 */
	static Mono<Void> inForce(Mono<Void> change, OutboxRelay relay, String what) {
		return change.then(relay.flush())
			.flatMap((inForce) -> inForce ? Mono.<Void>empty() : Mono.error(pending(what)));
	}

	private static UsageProblem pending(String what) {
		return new UsageProblem.Unavailable("revocation_pending", "The change of " + what
				+ " is stored, but the event bus has not acknowledged it: its keys may still be accepted. Try again");
	}

}
