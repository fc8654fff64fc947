package io.hilum.rag.ingest;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.hilum.rag.collection.CollectionStore;
import io.hilum.rag.document.FailureReason;
import io.hilum.rag.embed.Embedder;
import io.hilum.rag.embed.EmbeddingUnavailableException;
import io.hilum.rag.observe.RagMeter;
import io.hilum.rag.observe.RagMeters;
import io.hilum.rag.read.UnreadableDocumentException;
import io.hilum.trust.seal.SealBrokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes documents from the queue and brings them to an end, whatever they are. A document
 * in work when the process stops goes back to the queue; one in work when the process
 * dies is taken by another worker when its lease ends.
 */
@Component
class IngestWorker implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(IngestWorker.class);

	private static final int LEASE_RENEWALS = 3;

	private final IngestQueue queue;

	private final DocumentPipeline pipeline;

	private final CollectionStore collections;

	private final Embedder embedder;

	private final RagMeters meters;

	private final IngestProperties properties;

	/** A job that is cancelled stays here until it is given back. */
	private final Set<IngestJob> inWork = ConcurrentHashMap.newKeySet();

	private volatile @Nullable Disposable working;

	IngestWorker(IngestQueue queue, DocumentPipeline pipeline, CollectionStore collections, Embedder embedder,
			RagMeters meters, IngestProperties properties) {
		this.queue = queue;
		this.pipeline = pipeline;
		this.collections = collections;
		this.embedder = embedder;
		this.meters = meters;
		this.properties = properties;
	}

	@Override
	public void start() {
		this.working = Flux.range(0, this.properties.workers())
			.flatMap((worker) -> work(), this.properties.workers())
			.subscribe();
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable callback) {
		Disposable running = this.working;
		if (running != null) {
			running.dispose();
			this.working = null;
		}
		Flux.fromIterable(this.inWork)
			.flatMap((job) -> this.queue.giveBack(job, Duration.ZERO))
			.timeout(this.properties.giveBack())
			.doFinally((end) -> callback.run())
			.subscribe((done) -> {
			}, (ex) -> logger.warn("Documents in work come back when their leases end: {}", ex.getClass().getName()));
	}

	@Override
	public boolean isRunning() {
		return this.working != null;
	}

	private Flux<IngestJob> work() {
		return Flux.interval(this.properties.poll())
			.onBackpressureDrop()
			.filter((tick) -> this.embedder.isReady())
			.concatMap((tick) -> next().expand((done) -> next()), 1);
	}

	/**
	 * Take one document and bring it to an end.
	 * @return the document, or empty if none waits
	 */
	Mono<IngestJob> next() {
		return this.queue.claim(UUID.randomUUID(), this.properties.lease())
			.delayUntil(this::work)
			.onErrorResume((ex) -> {
				logger.warn("The queue of documents is not reachable: {}", ex.getClass().getName());
				return Mono.empty();
			});
	}

	private Mono<Void> work(IngestJob job) {
		if (job.attempt() > this.properties.attempts()) {
			return this.queue.fail(job, FailureReason.INTERRUPTED);
		}
		Mono<Boolean> work = this.collections.find(job.collection())
			.flatMap((collection) -> this.pipeline.run(job, collection))
			.takeUntilOther(leaseLost(job));
		return this.meters.time(RagMeter.INGEST, work, (ex) -> outcome(ex).wire())
			.onErrorResume((ex) -> ended(job, ex).thenReturn(false))
			.doOnSubscribe((subscription) -> this.inWork.add(job))
			.doFinally((end) -> {
				if (end != SignalType.CANCEL) {
					this.inWork.remove(job);
				}
			})
			.then();
	}

	private Mono<Long> leaseLost(IngestJob job) {
		return Flux.interval(this.properties.lease().dividedBy(LEASE_RENEWALS))
			.onBackpressureDrop()
			.concatMap(
					(tick) -> this.queue.keep(job, this.properties.lease()).filter((kept) -> !kept).map((kept) -> tick),
					1)
			.next();
	}

	private Mono<Void> ended(IngestJob job, Throwable failure) {
		FailureReason reason = outcome(failure);
		boolean passing = !(failure instanceof UnreadableDocumentException)
				&& !(failure instanceof SealBrokenException);
		if (passing && job.attempt() < this.properties.attempts()) {
			logger.warn("Document {} will be tried again after {}", job.document(), failure.getClass().getName());
			return this.queue.giveBack(job, this.properties.retryDelay());
		}
		return this.queue.fail(job, reason);
	}

	private static FailureReason outcome(Throwable failure) {
		return switch (failure) {
			case UnreadableDocumentException unreadable -> unreadable.reason();
			case SealBrokenException broken -> FailureReason.UNREADABLE;
			case EmbeddingUnavailableException unavailable -> FailureReason.EMBEDDING_FAILED;
			default -> FailureReason.INTERRUPTED;
		};
	}

}
