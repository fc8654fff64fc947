package io.hilum.usage.inbox.kafka;

import java.util.List;

import io.hilum.usage.inbox.InboxProperties;
import io.hilum.usage.inbox.Subscription;

import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/**
 * The threads that read topics. They start when the service is ready and stop before the
 * store is closed.
 */
class TopicReaders implements SmartLifecycle {

	private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers;

	TopicReaders(List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers) {
		this.containers = containers;
	}

	static ConcurrentMessageListenerContainer<byte[], byte[]> container(Subscription<?> subscription,
			LetterListener listener, InboxProperties properties, ConsumerFactory<byte[], byte[]> consumers) {
		ContainerProperties settings = new ContainerProperties(subscription.topic());
		settings.setGroupId(subscription.group());
		settings.setMessageListener(listener);
		settings.setConsumerRebalanceListener(listener);
		settings.setStopImmediate(true);
		var container = new ConcurrentMessageListenerContainer<>(consumers, settings);
		container.setBeanName(subscription.group());
		container.setConcurrency(properties.concurrency());
		container.setCommonErrorHandler(
				new RereadAfterFailure(properties.retryDelay().toMillis(), properties.maxRetryDelay().toMillis()));
		return container;
	}

	@Override
	public void start() {
		this.containers.forEach(ConcurrentMessageListenerContainer::start);
	}

	@Override
	public void stop() {
		this.containers.forEach(ConcurrentMessageListenerContainer::stop);
	}

	@Override
	public boolean isRunning() {
		return this.containers.stream().anyMatch(ConcurrentMessageListenerContainer::isRunning);
	}

}
