package io.hilum.journal.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalCursor;
import io.hilum.journal.JournalEntry;
import io.hilum.journal.PendingEntry;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what a journal holds, in order and at least once, on a thread of its own. It
 * never gives up: while Kafka is away the journal grows and the relay tries again.
 */
public final class KafkaRelay implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(KafkaRelay.class);

	private static final int MAX_DOUBLINGS = 20;

	private static final Duration WAKE_UP = Duration.ofMillis(200);

	private final EventJournal journal;

	private final Supplier<Producer<String, byte[]>> producers;

	private final RelaySettings settings;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final Thread thread;

	private volatile int failures;

	private KafkaRelay(EventJournal journal, Supplier<Producer<String, byte[]>> producers, RelaySettings settings) {
		this.journal = journal;
		this.producers = producers;
		this.settings = settings;
		this.thread = Thread.ofPlatform().daemon().name("journal-relay").unstarted(this::run);
	}

	/**
	 * Start to publish.
	 * @param journal the journal
	 * @param producers makes a producer with {@link #producerProperties(Map)}; called
	 * again after a failure that a producer cannot get over
	 * @param settings how to publish
	 * @return the running relay
	 */
	public static KafkaRelay start(EventJournal journal, Supplier<Producer<String, byte[]>> producers,
			RelaySettings settings) {
		KafkaRelay relay = new KafkaRelay(journal, producers, settings);
		relay.thread.start();
		return relay;
	}

	/**
	 * What a producer needs so that order holds and nothing is given up: idempotent, all
	 * replicas, and no end to its own attempts.
	 * @param base where Kafka is and how to log in
	 * @return the properties of the producer
	 */
	public static Map<String, Object> producerProperties(Map<String, Object> base) {
		Map<String, Object> properties = new HashMap<>(base);
		properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
		properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		properties.put(ProducerConfig.ACKS_CONFIG, "all");
		properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
		properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
		properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5000);
		properties.putIfAbsent(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5000);
		return properties;
	}

	private void run() {
		while (running()) {
			try {
				publishWithOneProducer();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			catch (RuntimeException ex) {
				pauseAfter(ex);
			}
		}
	}

	private void publishWithOneProducer() throws InterruptedException {
		InFlight inFlight = new InFlight(this.journal, this.settings.maxInFlight());
		Producer<String, byte[]> producer = this.producers.get();
		try (JournalCursor cursor = this.journal.cursor()) {
			while (running() && inFlight.failure() == null) {
				publishNext(producer, cursor, inFlight);
			}
		}
		finally {
			producer.close(Duration.ZERO);
			inFlight.advance();
		}
		Exception failure = inFlight.failure();
		if (failure != null) {
			pauseAfter(failure);
		}
	}

	private void publishNext(Producer<String, byte[]> producer, JournalCursor cursor, InFlight inFlight)
			throws InterruptedException {
		if (!inFlight.awaitRoom(WAKE_UP)) {
			return;
		}
		PendingEntry next = cursor.next();
		if (next != null) {
			publish(producer, next, inFlight);
			return;
		}
		inFlight.advance();
		if (inFlight.isEmpty()) {
			this.journal.skipTo(cursor.position());
		}
		if (this.journal.awaitBehind(cursor.position(), WAKE_UP)) {
			boolean unused = this.stopped.await(this.settings.gather().toNanos(), TimeUnit.NANOSECONDS);
		}
	}

	private void publish(Producer<String, byte[]> producer, PendingEntry pending, InFlight inFlight) {
		ProducerRecord<String, byte[]> message = message(pending.entry());
		while (running() && inFlight.failure() == null) {
			TimeoutException notTaken = send(producer, message, pending, inFlight);
			if (notTaken == null) {
				return;
			}
			pauseAfter(notTaken);
		}
	}

	/**
	 * Send a message. The producer has no end to its own attempts, so a time-out can only
	 * mean that it never took the message: it may be sent again without losing the order.
	 */
	private @Nullable TimeoutException send(Producer<String, byte[]> producer, ProducerRecord<String, byte[]> message,
			PendingEntry pending, InFlight inFlight) {
		InFlight.Delivery delivery = inFlight.add(pending);
		SendOutcome outcome = new SendOutcome();
		var unused = producer.send(message, (metadata, failure) -> {
			if (failure == null) {
				this.failures = 0;
				inFlight.acknowledge(delivery);
			}
			else if (failure instanceof TimeoutException timeout && outcome.whileSending()) {
				outcome.notTaken = timeout;
			}
			else {
				inFlight.fail(failure);
			}
		});
		outcome.sender = null;
		if (outcome.notTaken != null) {
			inFlight.removeLast();
		}
		return outcome.notTaken;
	}

	private static ProducerRecord<String, byte[]> message(JournalEntry entry) {
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(entry.topic(), entry.key(), entry.value());
		entry.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		return message;
	}

	private void pauseAfter(Exception failure) {
		int inARow = Math.min(this.failures + 1, MAX_DOUBLINGS);
		this.failures = inARow;
		long millis = Math.min(this.settings.maxBackOff().toMillis(),
				this.settings.backOff().toMillis() << (inARow - 1));
		logger.warn("Publishing failed ({}), {} entries wait; next attempt in {} ms",
				failure.getClass().getSimpleName(), this.journal.state().pendingEntries(), millis);
		try {
			boolean unused = this.stopped.await(millis, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.stopped.countDown();
		}
	}

	private boolean running() {
		return this.stopped.getCount() > 0;
	}

	/**
	 * Stop, after what is pending was published or the time to drain is over. What is
	 * left stays in the journal.
	 */
	@Override
	public void close() {
		long deadline = System.nanoTime() + this.settings.drain().toNanos();
		try {
			while (this.journal.state().pendingEntries() > 0 && System.nanoTime() < deadline) {
				Thread.sleep(10);
			}
			this.stopped.countDown();
			this.thread.join(Duration.ofSeconds(10));
		}
		catch (InterruptedException ex) {
			this.stopped.countDown();
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Tells a failure inside of {@code send} from one that came later.
	 */
	private static final class SendOutcome {

		private volatile @Nullable Thread sender = Thread.currentThread();

		private volatile @Nullable TimeoutException notTaken;

		private boolean whileSending() {
			return Thread.currentThread() == this.sender;
		}

	}

}
