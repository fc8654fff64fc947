package io.hilum.usage.inbox.kafka;

import java.util.List;

import io.hilum.usage.inbox.DeadLetters;
import io.hilum.usage.inbox.Inbox;
import io.hilum.usage.inbox.InboxProperties;
import io.hilum.usage.inbox.Positions;
import io.hilum.usage.inbox.Subscription;
import io.hilum.usage.transaction.UnitOfWork;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Reads every topic that a feature subscribes to.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hilum.inbox.enabled", matchIfMissing = true)
class InboxConfiguration {

	@Bean
	TopicReaders topicReaders(List<Subscription<?>> subscriptions, UnitOfWork unitOfWork, Positions positions,
			DeadLetters deadLetters, InboxProperties properties, ConsumerFactory<byte[], byte[]> consumers,
			KafkaAdmin admin, LetterTraces traces) {
		return new TopicReaders(subscriptions.stream().map((subscription) -> {
			Inbox<?> inbox = new Inbox<>(subscription, unitOfWork, positions, deadLetters,
					(int) properties.maxEventSize().toBytes());
			LetterListener listener = new LetterListener(inbox, positions, new TopicIds(admin), traces,
					properties.batchTimeout());
			return TopicReaders.container(subscription, listener, properties, consumers);
		}).toList());
	}

}
