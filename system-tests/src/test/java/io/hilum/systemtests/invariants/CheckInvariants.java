package io.hilum.systemtests.invariants;

import java.nio.file.Path;
import java.util.List;

import io.hilum.systemtests.evidence.Books;
import io.hilum.systemtests.evidence.BudgetCounters;
import io.hilum.systemtests.evidence.Topics;

/**
 * The checker as a command: reads what is there and says which invariants do not hold, of
 * which records. It ends with 1 if one does not.
 */
public final class CheckInvariants {

	private static final int ARGUMENTS = 5;

	private CheckInvariants() {
	}

	/**
	 * Check a set of services at which nothing is under way.
	 * @param arguments JDBC address, user (the password is in HILUM_POSTGRES_PASSWORD),
	 * Kafka's bootstrap servers, the address of Redis, the folder of the run
	 */
	public static void main(String[] arguments) {
		if (arguments.length != ARGUMENTS) {
			System.err.println("needs: JDBC-URL USER KAFKA REDIS-URL FOLDER, and HILUM_POSTGRES_PASSWORD");
			System.exit(2);
		}
		String password = System.getenv().getOrDefault("HILUM_POSTGRES_PASSWORD", "");
		Witness witness = new Witness(new Books(arguments[0], arguments[1], password), new Topics(arguments[2]),
				new BudgetCounters(arguments[3]), new Journal(Path.of(arguments[4])));
		List<Violation> violated = Invariants.violated(witness.evidence());
		System.out.print(Invariants.report(violated));
		System.exit(violated.isEmpty() ? 0 : 1);
	}

}
