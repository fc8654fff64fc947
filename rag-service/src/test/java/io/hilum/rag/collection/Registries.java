package io.hilum.rag.collection;

import java.time.Clock;
import java.util.Random;

import io.hilum.rag.audit.AuditLog;
import io.hilum.rag.seal.Keys;
import io.hilum.trust.id.TimeOrderedIds;

import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * The registry for the tests of others.
 */
public final class Registries {

	private Registries() {
	}

	/**
	 * A registry.
	 * @param store where it keeps collections
	 * @param audit where it records
	 * @param transaction what makes both one
	 * @return the registry
	 */
	public static CollectionRegistry create(CollectionStore store, AuditLog audit, TransactionalOperator transaction) {
		return new CollectionRegistry(store, new CollectionAccess(store), audit, transaction, Keys.create(),
				new TimeOrderedIds(Clock.systemUTC(), new Random(7)), Clock.systemUTC());
	}

}
