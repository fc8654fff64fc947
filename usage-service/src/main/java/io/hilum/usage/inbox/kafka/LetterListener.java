package io.hilum.usage.inbox.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

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
 * Hands batches to the inbox, on the thread of the consumer. At each assignment a
 * partition is read from where the store's position is. If the store does not answer
 * then, the first batch must begin there or before: else the partition is read again. The
 * offsets that the broker keeps for the group are for those who watch the lag, nothing
 * depends on them.
 */
class LetterListener implements BatchConsumerAwareMessageListener<byte[], byte[]>, ConsumerAwareRebalanceListener {

	private static final Logger logger = LoggerFactory.getLogger(LetterListener.class);

	private static final byte[] NOTHING = new byte[0];

	private final Inbox<?> inbox;

	private final Positions positions;

	private final TopicIds topicIds;

	private final Duration timeout;

	private final Map<String, String> ids = new ConcurrentHashMap<>();

	private final Set<org.apache.kafka.common.TopicPartition> begun = ConcurrentHashMap.newKeySet();

	LetterListener(Inbox<?> inbox, Positions positions, TopicIds topicIds, Duration timeout) {
		this.inbox = inbox;
		this.positions = positions;
		this.topicIds = topicIds;
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
			.collect(Collectors
				.groupingBy((item) -> new org.apache.kafka.common.TopicPartition(item.topic(), item.partition())))
			.forEach((partition, batch) -> accept(partition, batch, reader));
	}

	private void accept(org.apache.kafka.common.TopicPartition kafkaPartition,
			List<ConsumerRecord<byte[], byte[]>> batch, Consumer<?, ?> consumer) {
		String id = this.ids.computeIfAbsent(kafkaPartition.topic(), this.topicIds::idOf);
		TopicPartition partition = new TopicPartition(kafkaPartition.topic(), id, kafkaPartition.partition());
		if (this.begun.add(kafkaPartition) && !beginsInTime(partition, kafkaPartition, batch, consumer)) {
			return;
		}
		await(this.inbox.accept(partition, batch.stream().map(LetterListener::letter).toList()));
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
