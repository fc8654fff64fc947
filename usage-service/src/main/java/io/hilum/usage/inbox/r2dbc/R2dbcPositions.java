package io.hilum.usage.inbox.r2dbc;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.hilum.trust.row.Columns;
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

	// In the order of the partitions, so that two instances that both believe to have
	// them cannot lock each other out.
	private static final String LOCK = """
			INSERT INTO usage.inbox_position AS p (topic, topic_id, partition, next_offset)
			SELECT :topic, :topicId, wanted, 0 FROM unnest(CAST(:partitions AS integer[])) AS wanted ORDER BY wanted
			ON CONFLICT (topic, topic_id, partition) DO UPDATE SET updated_at = now()
			RETURNING p.partition, p.next_offset
			""";

	private static final String NEXT = """
			SELECT next_offset FROM usage.inbox_position
			WHERE topic = :topic AND topic_id = :topicId AND partition = :partition
			""";

	private static final String ADVANCE = """
			UPDATE usage.inbox_position AS p SET next_offset = done.next
			FROM unnest(CAST(:partitions AS integer[]), CAST(:next AS bigint[])) AS done (partition, next)
			WHERE p.topic = :topic AND p.topic_id = :topicId AND p.partition = done.partition
			""";

	private final DatabaseClient database;

	R2dbcPositions(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Map<Integer, Long>> lock(String topic, String topicId, Collection<Integer> partitions) {
		return bind(LOCK, topic, topicId).bind("partitions", partitions.stream().sorted().toArray(Integer[]::new))
			.map((row) -> Map.entry(Columns.required(row, "partition", Integer.class),
					Columns.required(row, "next_offset", Long.class)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	@Override
	public Mono<Long> next(TopicPartition partition) {
		return bind(NEXT, partition.topic(), partition.topicId()).bind("partition", partition.partition())
			.mapValue(Long.class)
			.one()
			.defaultIfEmpty(0L);
	}

	@Override
	public Mono<Void> advance(String topic, String topicId, Map<Integer, Long> next) {
		List<Integer> partitions = List.copyOf(next.keySet());
		return bind(ADVANCE, topic, topicId).bind("partitions", partitions.toArray(Integer[]::new))
			.bind("next", partitions.stream().map(next::get).toArray(Long[]::new))
			.then();
	}

	private GenericExecuteSpec bind(String sql, String topic, String topicId) {
		return this.database.sql(sql).bind("topic", topic).bind("topicId", topicId);
	}

}
