package io.hilum.rag.collection;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;

import io.hilum.rag.audit.AuditLog;
import io.hilum.rag.hold.LegalHolds;
import io.hilum.rag.seal.Keys;
import io.hilum.trust.id.TimeOrderedIds;
import reactor.core.publisher.Mono;

import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * The registry and its sweeper for the tests of others.
 */
public final class Registries {

	private static final PersonalProperties PERSONAL = new PersonalProperties(2, 10, Duration.ofDays(1),
			Duration.ofHours(1), 10);

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
		return create(store, audit, transaction, (person, conversation) -> Mono.just(false));
	}

	/**
	 * A registry.
	 * @param store where it keeps collections
	 * @param audit where it records
	 * @param transaction what makes both one
	 * @param holds what must stay
	 * @return the registry
	 */
	public static CollectionRegistry create(CollectionStore store, AuditLog audit, TransactionalOperator transaction,
			LegalHolds holds) {
		return new CollectionRegistry(store, new CollectionAccess(store), audit, transaction, Keys.create(),
				new TimeOrderedIds(Clock.systemUTC(), new Random(7)), Clock.systemUTC(), PERSONAL,
				new HeldDocuments(holds, audit));
	}

	/**
	 * What deletes personal collections a day after the last document was added.
	 * @param store where they are kept
	 * @param registry what deletes them
	 * @param clock what tells the time
	 * @return the sweeper, which does not run by itself
	 */
	public static PersonalSweeper sweeper(CollectionStore store, CollectionRegistry registry, Clock clock) {
		return sweeper(store, registry, clock, PERSONAL.batch());
	}

	/**
	 * What deletes personal collections a day after the last document was added.
	 * @param store where they are kept
	 * @param registry what deletes them
	 * @param clock what tells the time
	 * @param batch at how many it looks at once
	 * @return the sweeper, which does not run by itself
	 */
	public static PersonalSweeper sweeper(CollectionStore store, CollectionRegistry registry, Clock clock, int batch) {
		return new PersonalSweeper(store, registry, new PersonalProperties(PERSONAL.perPerson(),
				PERSONAL.maxDocuments(), PERSONAL.keptFor(), PERSONAL.interval(), batch), clock);
	}

}
