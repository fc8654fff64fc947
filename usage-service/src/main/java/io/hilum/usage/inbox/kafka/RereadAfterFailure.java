package io.hilum.usage.inbox.kafka;

import java.time.Duration;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Reads a batch again after a failure, for as long as it takes: what fails here is the
 * store, never the event, and no event may be skipped because a store was away. Used by
 * one consumer thread at a time, which it makes wait.
 */
class RereadAfterFailure implements CommonErrorHandler {

	private static final Logger logger = LoggerFactory.getLogger(RereadAfterFailure.class);

	private final long minDelayMillis;

	private final long maxDelayMillis;

	private final ThreadLocal<Long> delayMillis;

	RereadAfterFailure(long minDelayMillis, long maxDelayMillis) {
		this.minDelayMillis = minDelayMillis;
		this.maxDelayMillis = maxDelayMillis;
		this.delayMillis = ThreadLocal.withInitial(() -> minDelayMillis);
	}

	@Override
	public boolean isAckAfterHandle() {
		return false;
	}

	@Override
	public boolean seeksAfterHandling() {
		return true;
	}

	@Override
	public void handleBatch(Exception failure, @Nullable ConsumerRecords<?, ?> records, Consumer<?, ?> consumer,
			MessageListenerContainer container, Runnable invokeListener) {
		logger.warn("A batch will be read again: {}", rootOf(failure).getClass().getName());
		if (records != null) {
			records.partitions()
				.forEach((partition) -> consumer.seek(partition, records.records(partition).getFirst().offset()));
		}
		pause(container);
	}

	@Override
	public void handleOtherException(Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container,
			boolean batchListener) {
		logger.warn("Reading a topic failed and goes on: {}", rootOf(failure).getClass().getName());
		pause(container);
	}

	@Override
	public void clearThreadState() {
		this.delayMillis.remove();
	}

	private void pause(MessageListenerContainer container) {
		long delay = this.delayMillis.get();
		this.delayMillis.set(Math.min(2 * delay, this.maxDelayMillis));
		try {
			for (long waited = 0; waited < delay && container.isRunning(); waited += this.minDelayMillis) {
				Thread.sleep(Duration.ofMillis(this.minDelayMillis));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static Throwable rootOf(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null && cause.getCause() != cause) {
			cause = cause.getCause();
		}
		return cause;
	}

}
