package io.hilum.agents.record.fhir;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import ca.uhn.fhir.context.FhirContext;
import io.hilum.agents.mandate.RecordAccess;
import io.hilum.agents.record.RecordQuery;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Reads and files with HAPI FHIR's client on threads of its own, since it blocks. They
 * are virtual: a call that is given up interrupts its thread, and an interrupted virtual
 * thread closes the socket that it waits for, so that a server that never ends holds
 * nothing.
 */
final class FhirRecord implements RecordSystem, AutoCloseable {

	private static final int IDLE_SECONDS = 30;

	private final FhirProperties properties;

	private final FhirClients clients;

	private final Scheduler threads;

	private final Clock clock;

	FhirRecord(FhirProperties properties, Clock clock) {
		this.clock = clock;
		this.properties = properties;
		this.clients = new FhirClients(properties, FhirContext.forR4());
		ThreadPoolExecutor pool = new ThreadPoolExecutor(properties.parallel(), properties.parallel(), IDLE_SECONDS,
				TimeUnit.SECONDS, new ArrayBlockingQueue<>(properties.waiting()),
				Thread.ofVirtual().name("record-", 0).factory());
		pool.allowCoreThreadTimeOut(true);
		this.threads = Schedulers.fromExecutorService(pool, "record");
	}

	@Override
	public boolean isConnected() {
		return true;
	}

	@Override
	public Mono<Found> read(RecordQuery query, RecordAccess access) {
		return done(() -> new FhirReading(this.clients.fhir(), this.clients.as(access.token()), query, access,
				this.properties)
			.read(this.properties.pages()), late());
	}

	@Override
	public Mono<PhiText> file(Note note, RecordAccess access) {
		return done(
				() -> new FhirFiling(this.clients.as(access.token()), access, this.properties, this.clock).file(note),
				FhirRefusals.filingUnknown());
	}

	private <T> Mono<T> done(Supplier<T> work, ToolRefusal late) {
		return Mono.fromCallable(() -> signal(work))
			.subscribeOn(this.threads)
			.<T>dematerialize()
			.timeout(this.properties.time())
			.onErrorMap(TimeoutException.class, (ex) -> late)
			.onErrorMap(RejectedExecutionException.class, (ex) -> busy());
	}

	/**
	 * Nothing is thrown here: it may quote the record, and if the call was given up
	 * nobody would take it but a log.
	 */
	private static <T> Signal<T> signal(Supplier<T> work) {
		try {
			return Signal.next(work.get());
		}
		catch (RuntimeException ex) {
			return Signal.error(FhirRefusals.of(ex));
		}
	}

	private static ToolRefusal late() {
		return new ToolRefusal("record_timeout", "The record system took too long");
	}

	private static ToolRefusal busy() {
		return new ToolRefusal("record_busy", "Too many records are being read just now. Try again later");
	}

	@Override
	public void close() throws IOException {
		this.threads.dispose();
		this.clients.close();
	}

}
