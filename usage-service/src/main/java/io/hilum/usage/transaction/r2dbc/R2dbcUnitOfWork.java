package io.hilum.usage.transaction.r2dbc;

import io.hilum.usage.transaction.DataRefusedException;
import io.hilum.usage.transaction.UnitOfWork;
import io.r2dbc.spi.R2dbcException;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Transactions of Postgres.
 */
@Component
class R2dbcUnitOfWork implements UnitOfWork {

	private final TransactionalOperator transactions;

	R2dbcUnitOfWork(TransactionalOperator transactions) {
		this.transactions = transactions;
	}

	@Override
	public <T> Mono<T> inOne(Mono<T> work) {
		return this.transactions.transactional(work)
			.onErrorMap((error) -> isRefusalOfData(error) ? new DataRefusedException(error) : error);
	}

	/**
	 * SQLSTATE class 22 is "data exception", class 23 "integrity constraint violation"
	 * (ISO 9075-2 table 38).
	 */
	private static boolean isRefusalOfData(Throwable error) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (cause instanceof R2dbcException refusal && refusal.getSqlState() != null
					&& refusal.getSqlState().matches("2[23].*")) {
				return true;
			}
		}
		return false;
	}

}
