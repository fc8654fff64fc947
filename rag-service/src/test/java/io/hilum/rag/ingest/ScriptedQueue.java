package io.hilum.rag.ingest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.hilum.rag.document.Document;
import io.hilum.rag.document.FailureReason;
import io.hilum.rag.document.SealedPassage;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

/**
 * Gives out the jobs it was given and remembers how each ended.
 */
final class ScriptedQueue implements IngestQueue {

	private final Queue<IngestJob> jobs = new ArrayDeque<>();

	private final List<String> ends = new CopyOnWriteArrayList<>();

	private final List<SealedPassage> passages = new CopyOnWriteArrayList<>();

	private volatile boolean leaseHolds = true;

	void add(IngestJob job) {
		this.jobs.add(job);
	}

	void loseLeases() {
		this.leaseHolds = false;
	}

	List<String> ends() {
		return this.ends;
	}

	List<SealedPassage> passages() {
		return this.passages;
	}

	@Override
	public Mono<Boolean> offer(Document document, byte[] sealedContent, ServiceContext requester) {
		return Mono.just(true);
	}

	@Override
	public Mono<Long> waiting() {
		return Mono.fromSupplier(() -> (long) this.jobs.size());
	}

	@Override
	public Mono<IngestJob> claim(UUID lease, Duration life) {
		return Mono.defer(() -> Mono.justOrEmpty(this.jobs.poll()));
	}

	@Override
	public Mono<Boolean> keep(IngestJob job, Duration life) {
		return Mono.fromSupplier(() -> this.leaseHolds);
	}

	@Override
	public Mono<Boolean> read(IngestJob job) {
		return Mono.fromSupplier(() -> this.leaseHolds);
	}

	@Override
	public Mono<Boolean> complete(IngestJob job, String model, List<SealedPassage> sealed) {
		return Mono.fromSupplier(() -> {
			if (this.leaseHolds) {
				this.ends.add("ready");
				this.passages.addAll(sealed);
			}
			return this.leaseHolds;
		});
	}

	@Override
	public Mono<Void> fail(IngestJob job, FailureReason reason) {
		return Mono.fromRunnable(() -> this.ends.add("failed " + reason.wire()));
	}

	@Override
	public Mono<Void> giveBack(IngestJob job, Duration delay) {
		return Mono.fromRunnable(() -> this.ends.add("back in " + delay.toSeconds()));
	}

}
