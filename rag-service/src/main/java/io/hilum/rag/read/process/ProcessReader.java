package io.hilum.rag.read.process;

import java.util.List;

import io.hilum.rag.document.DocumentFormat;
import io.hilum.rag.read.Block;
import io.hilum.rag.read.DocumentReader;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Reads each document in a process of its own.
 */
class ProcessReader implements DocumentReader {

	private final ReaderLaunch launch;

	private final Scheduler scheduler;

	ProcessReader(ReaderLaunch launch, Scheduler scheduler) {
		this.launch = launch;
		this.scheduler = scheduler;
	}

	@Override
	public Mono<List<Block>> read(byte[] content, DocumentFormat format) {
		Mono<List<Block>> reading = Mono.using(() -> this.launch.start(format),
				(process) -> Mono.fromCallable(() -> process.read(content)), ReaderProcess::close);
		return reading.subscribeOn(this.scheduler);
	}

}
