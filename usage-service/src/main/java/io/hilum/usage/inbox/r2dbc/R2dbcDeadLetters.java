package io.hilum.usage.inbox.r2dbc;

import io.hilum.usage.inbox.DeadLetter;
import io.hilum.usage.inbox.DeadLetters;
import io.hilum.usage.inbox.TopicPartition;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Dead letters in Postgres.
 */
@Repository
class R2dbcDeadLetters implements DeadLetters {

	private static final String INSERT = """
			INSERT INTO usage.dead_letter (topic, topic_id, partition, record_offset, error, value_sha256, value_bytes)
			VALUES (:topic, :topicId, :partition, :offset, :error, :sha256, :bytes)
			ON CONFLICT DO NOTHING
			""";

	private final DatabaseClient database;

	R2dbcDeadLetters(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Void> bury(TopicPartition partition, DeadLetter letter) {
		return this.database.sql(INSERT)
			.bind("topic", partition.topic())
			.bind("topicId", partition.topicId())
			.bind("partition", partition.partition())
			.bind("offset", letter.offset())
			.bind("error", letter.error())
			.bind("sha256", letter.sha256())
			.bind("bytes", letter.bytes())
			.then();
	}

}
