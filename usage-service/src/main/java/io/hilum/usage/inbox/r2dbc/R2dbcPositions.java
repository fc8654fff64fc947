package io.hilum.usage.inbox.r2dbc;

import io.hilum.usage.inbox.Positions;
import io.hilum.usage.inbox.TopicPartition;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

/**
 * Positions in Postgres. Locking a partition is an upsert, since only a row that is there
 * can be locked.
 */
@Repository
class R2dbcPositions implements Positions {

	private static final String LOCK = """
			INSERT INTO usage.inbox_position AS p (topic, topic_id, partition, next_offset)
			VALUES (:topic, :topicId, :partition, 0)
			ON CONFLICT (topic, topic_id, partition) DO UPDATE SET updated_at = now()
			RETURNING p.next_offset
			""";

	private static final String NEXT = """
			SELECT next_offset FROM usage.inbox_position
			WHERE topic = :topic AND topic_id = :topicId AND partition = :partition
			""";

	private static final String ADVANCE = """
			UPDATE usage.inbox_position SET next_offset = :next
			WHERE topic = :topic AND topic_id = :topicId AND partition = :partition
			""";

	private final DatabaseClient database;

	R2dbcPositions(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Long> lock(TopicPartition partition) {
		return bind(LOCK, partition).mapValue(Long.class).one();
	}

	@Override
	public Mono<Long> next(TopicPartition partition) {
		return bind(NEXT, partition).mapValue(Long.class).one().defaultIfEmpty(0L);
	}

	@Override
	public Mono<Void> advance(TopicPartition partition, long next) {
		return bind(ADVANCE, partition).bind("next", next).then();
	}

	private GenericExecuteSpec bind(String sql, TopicPartition partition) {
		return this.database.sql(sql)
			.bind("topic", partition.topic())
			.bind("topicId", partition.topicId())
			.bind("partition", partition.partition());
	}

}
