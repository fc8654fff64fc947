package io.hilum.systemtests.invariants;

/**
 * What does not hold, and of which record.
 *
 * @param invariant its name, as {@code I1}
 * @param id of whom: an event, a request, a key of Redis, a place in the chain
 * @param what is wrong with it
 */
public record Violation(String invariant, String id, String what) {

	@Override
	public String toString() {
		return this.invariant + " " + this.id + ": " + this.what;
	}

}
