package io.hilum.usage.row;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Whether a statement changed anything.
 */
public final class Changes {

	private Changes() {
	}

	/**
	 * Run a statement.
	 * @param statement the statement, bound
	 * @return whether at least one row is changed by it
	 */
	public static Mono<Boolean> made(GenericExecuteSpec statement) {
		return statement.fetch().rowsUpdated().map((rows) -> rows > 0);
	}

}
