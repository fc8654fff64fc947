package io.hilum.usage.outbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Publishes what is in the outbox: at once after a change, and again and again for what a
 * crash or a broker's absence left behind. Events of one key are never published out of
 * order; after a crash some are published twice.
 */
@Component
public class OutboxRelay {

	private static final Logger logger = LoggerFactory.getLogger(OutboxRelay.class);

	private final Outbox outbox;

	private final Publisher publisher;

	private final OutboxProperties properties;

	OutboxRelay(Outbox outbox, Publisher publisher, OutboxProperties properties) {
		this.outbox = outbox;
		this.publisher = publisher;
		this.properties = properties;
	}

	/**
	 * Publish everything that was committed before this call.
	 * @return {@code true} when all of it is acknowledged, {@code false} if that did not
	 * happen in time; it will happen later
	 */
	public Mono<Boolean> flush() {
		return drain().thenReturn(true).timeout(this.properties.publishTimeout()).onErrorResume((failure) -> {
			logger.warn("Events wait for the broker: {}", failure.getClass().getName());
			return Mono.just(false);
		});
	}

	@Scheduled(fixedDelayString = "${hilum.outbox.poll-interval:1s}")
	Mono<Void> poll() {
		return flush().then();
	}

	private Mono<Void> drain() {
		return this.outbox.relay(this.properties.batchSize(), this.publisher::publish)
			.flatMap((count) -> (count < this.properties.batchSize()) ? Mono.<Void>empty() : drain());
	}

}
