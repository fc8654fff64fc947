package io.hilum.usage.budget.r2dbc;

import java.time.Instant;

import io.hilum.usage.budget.Proposals;
import io.hilum.usage.row.Changes;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Proposals in Postgres.
 */
@Repository
class R2dbcProposals implements Proposals {

	private static final String TAKE = """
			DELETE FROM usage.budget_proposal
			WHERE id = :id AND wanted = :wanted AND proposed_by <> :by AND proposed_at >= :since
			""";

	private static final String PUT = """
			INSERT INTO usage.budget_proposal (id, wanted, proposed_by, proposed_at) VALUES (:id, :wanted, :by, :at)
			ON CONFLICT (id) DO UPDATE SET wanted = excluded.wanted, proposed_by = excluded.proposed_by,
				proposed_at = excluded.proposed_at
			""";

	private final DatabaseClient database;

	R2dbcProposals(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Boolean> takeSame(String id, String wanted, String by, Instant since) {
		return Changes
			.made(this.database.sql(TAKE).bind("id", id).bind("wanted", wanted).bind("by", by).bind("since", since));
	}

	@Override
	public Mono<Void> put(String id, String wanted, String by, Instant at) {
		return this.database.sql(PUT).bind("id", id).bind("wanted", wanted).bind("by", by).bind("at", at).then();
	}

}
