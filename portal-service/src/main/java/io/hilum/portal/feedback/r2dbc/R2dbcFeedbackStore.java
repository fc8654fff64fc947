package io.hilum.portal.feedback.r2dbc;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;

import io.hilum.portal.feedback.FeedbackCount;
import io.hilum.portal.feedback.FeedbackStore;
import io.hilum.portal.feedback.Rating;
import io.hilum.portal.feedback.Reason;
import io.hilum.portal.feedback.SealedFeedback;
import io.hilum.portal.postgres.Values;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static io.hilum.trust.row.Columns.required;

/**
 * Feedback in the table {@code portal.feedback}.
 */
@Repository
class R2dbcFeedbackStore implements FeedbackStore {

	private final DatabaseClient database;

	R2dbcFeedbackStore(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Boolean> put(UUID holder, UUID conversation, SealedFeedback feedback, Instant at) {
		Reason reason = feedback.reason();
		return this.database.sql("""
				insert into portal.feedback (holder, conversation, message, model, rating, reason, comment, given_at)
				select holder, conversation, id, model, $4, $5, $6, $7 from portal.messages
				where holder = $1 and conversation = $2 and id = $3 and role = 'assistant'
				on conflict (holder, conversation, message) do update set rating = excluded.rating,
				reason = excluded.reason, comment = excluded.comment, given_at = excluded.given_at""")
			.bind(0, holder)
			.bind(1, conversation)
			.bind(2, feedback.message())
			.bind(3, wire(feedback.rating()))
			.bind(4, Values.of((reason != null) ? wire(reason) : null, String.class))
			.bind(5, Values.of(feedback.comment(), byte[].class))
			.bind(6, at)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	@Override
	public Mono<Boolean> delete(UUID holder, UUID conversation, UUID message) {
		Mono<Long> deleted = this.database
			.sql("delete from portal.feedback where holder = $1 and conversation = $2 and message = $3")
			.bind(0, holder)
			.bind(1, conversation)
			.bind(2, message)
			.fetch()
			.rowsUpdated();
		Mono<Boolean> known = this.database
			.sql("select exists(select 1 from portal.messages where holder = $1 and conversation = $2 and id = $3)")
			.bind(0, holder)
			.bind(1, conversation)
			.bind(2, message)
			.mapValue(Boolean.class)
			.one();
		return deleted.then(known);
	}

	@Override
	public Flux<SealedFeedback> find(UUID holder, UUID conversation, Collection<UUID> messages) {
		return this.database.sql("""
				select message, rating, reason, comment from portal.feedback
				where holder = $1 and conversation = $2 and message = any($3)""")
			.bind(0, holder)
			.bind(1, conversation)
			.bind(2, messages.toArray(UUID[]::new))
			.map((row) -> new SealedFeedback(required(row, "message", UUID.class), rating(row), reason(row),
					row.get("comment", byte[].class)))
			.all();
	}

	@Override
	public Flux<FeedbackCount> count(Instant since) {
		return this.database.sql("""
				select model, rating, reason, count(*) as number from portal.feedback where given_at >= $1
				group by model, rating, reason order by number desc, model, rating, reason""")
			.bind(0, since)
			.map((row) -> new FeedbackCount(row.get("model", String.class), rating(row), reason(row),
					required(row, "number", Long.class)))
			.all();
	}

	private static String wire(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	private static Rating rating(Readable row) {
		return Rating.valueOf(required(row, "rating", String.class).toUpperCase(Locale.ROOT));
	}

	private static @Nullable Reason reason(Readable row) {
		String reason = row.get("reason", String.class);
		return (reason != null) ? Reason.valueOf(reason.toUpperCase(Locale.ROOT)) : null;
	}

}
