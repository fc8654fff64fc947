package io.hilum.usage.inbox.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import io.hilum.usage.inbox.Batch;
import io.hilum.usage.inbox.Inbox;
import io.hilum.usage.inbox.Letter;
import io.hilum.usage.inbox.Positions;
import io.hilum.usage.inbox.TopicPartition;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Hands what one poll brought to the inbox, on the thread of the consumer. At each
 * assignment a partition is read from where the store's position is. If the store does
 * not answer then, the first batch must begin there or before: else the partition is read
 * again. The offsets that the broker keeps for the group are for those who watch the lag,
 * nothing depends on them.
 */
class LetterListener implements BatchConsumerAwareMessageListener<byte[], byte[]>, ConsumerAwareRebalanceListener {

	private static final Logger logger = LoggerFactory.getLogger(LetterListener.class);

	private static final byte[] NOTHING = new byte[0];

	private final Inbox<?> inbox;

	private final Positions positions;

	private final TopicIds topicIds;

	private final LetterTraces traces;

	private final Duration timeout;

	private final Map<String, String> ids = new ConcurrentHashMap<>();

	private final Set<org.apache.kafka.common.TopicPartition> begun = ConcurrentHashMap.newKeySet();

	LetterListener(Inbox<?> inbox, Positions positions, TopicIds topicIds, LetterTraces traces, Duration timeout) {
		this.inbox = inbox;
		this.positions = positions;
		this.topicIds = topicIds;
		this.traces = traces;
		this.timeout = timeout;
	}

	@Override
	public void onPartitionsAssigned(Consumer<?, ?> consumer,
			Collection<org.apache.kafka.common.TopicPartition> partitions) {
		this.ids.clear();
		partitions.forEach(this.begun::remove);
		partitions.forEach((partition) -> seekToPosition(partition, consumer));
	}

	/**
	 * A quiet partition would bring no batch by which to find out that it must be read
	 * again.
	 */
	private void seekToPosition(org.apache.kafka.common.TopicPartition partition, Consumer<?, ?> consumer) {
		try {
			String id = this.ids.computeIfAbsent(partition.topic(), this.topicIds::idOf);
			Long next = await(this.positions.next(new TopicPartition(partition.topic(), id, partition.partition())));
			consumer.seek(partition, Objects.requireNonNull(next, "next"));
			this.begun.add(partition);
		}
		catch (RuntimeException ex) {
			logger.warn("The position of {} is not known yet, its first batch will tell: {}", partition,
					ex.getClass().getName());
		}
	}

	@Override
	public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Consumer<?, ?> consumer) {
		Consumer<?, ?> reader = Objects.requireNonNull(consumer, "consumer");
		records.stream()
			.collect(Collectors.groupingBy(ConsumerRecord::topic))
			.forEach((topic, ofTopic) -> accept(topic, ofTopic, reader));
	}

	private void accept(String topic, List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
		String id = this.ids.computeIfAbsent(topic, this.topicIds::idOf);
		Map<Integer, List<ConsumerRecord<byte[], byte[]>>> begun = new TreeMap<>();
		records.stream().collect(Collectors.groupingBy(ConsumerRecord::partition)).forEach((partition, batch) -> {
			if (begins(new TopicPartition(topic, id, partition), batch, consumer)) {
				begun.put(partition, batch);
			}
		});
		if (!begun.isEmpty()) {
			LetterTraces.Spans spans = this.traces.begin(begun.values());
			try (spans) {
				await(this.inbox.accept(batch(topic, id, begun)));
			}
			catch (RuntimeException ex) {
				spans.failed();
				throw ex;
			}
		}
	}

	private static Batch batch(String topic, String id, Map<Integer, List<ConsumerRecord<byte[], byte[]>>> records) {
		Map<Integer, List<Letter>> letters = new TreeMap<>();
		records
			.forEach((partition, batch) -> letters.put(partition, batch.stream().map(LetterListener::letter).toList()));
		return Batch.of(topic, id, letters);
	}

	private boolean begins(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> batch,
			Consumer<?, ?> consumer) {
		var kafkaPartition = new org.apache.kafka.common.TopicPartition(partition.topic(), partition.partition());
		return !this.begun.add(kafkaPartition) || beginsInTime(partition, kafkaPartition, batch, consumer);
	}

	private boolean beginsInTime(TopicPartition partition, org.apache.kafka.common.TopicPartition kafkaPartition,
			List<ConsumerRecord<byte[], byte[]>> batch, Consumer<?, ?> consumer) {
		try {
			Long next = await(this.positions.next(partition));
			if (next == null || batch.getFirst().offset() <= next) {
				return true;
			}
			logger.info("Reading {} again from {}, the broker would have begun at {}", kafkaPartition, next,
					batch.getFirst().offset());
			consumer.seek(kafkaPartition, next);
			// Should the rest of this poll fail, it is read again, and this is to be seen
			// again.
			this.begun.remove(kafkaPartition);
			return false;
		}
		catch (RuntimeException ex) {
			this.begun.remove(kafkaPartition);
			throw ex;
		}
	}

	private <T> @Nullable T await(Mono<T> work) {
		try {
			return work.toFuture().get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("stopped while a batch was under way", ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("a batch was not taken in", ex);
		}
	}

	private static Letter letter(ConsumerRecord<byte[], byte[]> item) {
		return new Letter(item.offset(), (item.value() != null) ? item.value() : NOTHING);
	}

}
