package io.hilum.systemtests.invariants;

import java.util.stream.Stream;

/**
 * One promise.
 */
interface Invariant {

	/**
	 * Its name, as {@code I1}.
	 */
	String name();

	/**
	 * What it promises, in one line.
	 */
	String promise();

	Stream<Violation> violations(Evidence evidence);

	default Violation violation(String id, String what) {
		return new Violation(name(), id, what);
	}

}
