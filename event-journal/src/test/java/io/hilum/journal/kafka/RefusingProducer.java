package io.hilum.journal.kafka;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A producer that, as the real one without metadata, fails a message inside of
 * {@code send} through its callback.
 */
class RefusingProducer extends MockProducer<String, byte[]> {

	private final MockProducer<String, byte[]> taker;

	private final Supplier<@Nullable TimeoutException> refusal;

	RefusingProducer(MockProducer<String, byte[]> taker, Supplier<@Nullable TimeoutException> refusal) {
		super(true, null, new StringSerializer(), new ByteArraySerializer());
		this.taker = taker;
		this.refusal = refusal;
	}

	@Override
	public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> message, Callback callback) {
		TimeoutException failure = this.refusal.get();
		if (failure == null) {
			return this.taker.send(message, callback);
		}
		callback.onCompletion(null, failure);
		return CompletableFuture.failedFuture(failure);
	}

}
