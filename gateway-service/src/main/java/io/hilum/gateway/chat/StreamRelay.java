package io.hilum.gateway.chat;

import io.hilum.gateway.chat.AnswerScan.Signal;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Passes a streamed answer on, event by event, with identifiers put back. One event in is
 * one event out, but for what was held back and for citations. A stream that breaks ends
 * with an error and without the end mark. Mutable; for one answer.
 */
final class StreamRelay implements SseReader.Listener {

	private static final Logger logger = LoggerFactory.getLogger(StreamRelay.class);

	private static final byte[] NOTHING = {};

	private static final byte[] BROKEN = ProblemResponse
		.of(new GatewayProblem.Unavailable("stream_interrupted", "The answer was cut off"))
		.body();

	private final Dialect dialect;

	private final EventForm form;

	private final ChunkRewriter rewriter;

	private final boolean passing;

	private final byte @Nullable [] hilum;

	private final SseReader reader;

	private final SseWriter out = new SseWriter();

	private volatile StreamOutcome outcome = StreamOutcome.OPEN;

	/**
	 * Create a relay.
	 * @param answers what reads events
	 * @param dialect the API that the client speaks
	 * @param form how that API writes events
	 * @param deidentified what was taken out of the request
	 * @param hilum the value of the field {@code hilum}, if there is one
	 * @param maxEvent the largest event, in bytes
	 */
	StreamRelay(AnswerReader answers, Dialect dialect, EventForm form, Deidentified deidentified,
			byte @Nullable [] hilum, int maxEvent) {
		this.dialect = dialect;
		this.form = form;
		this.rewriter = new ChunkRewriter(answers, dialect, deidentified, form, hilum);
		this.passing = deidentified.restoresNothing() && hilum == null;
		this.hilum = hilum;
		this.reader = new SseReader(maxEvent, this);
	}

	/**
	 * How the stream ended.
	 * @return the outcome so far
	 */
	StreamOutcome outcome() {
		return this.outcome;
	}

	/**
	 * Relay a stream. To be subscribed once.
	 * @param upstream the bytes of the stream in any pieces
	 * @return the bytes for the client, to be flushed piece by piece
	 */
	Flux<byte[]> relay(Flux<byte[]> upstream) {
		return upstream.map(this::accept)
			.filter((ready) -> ready.length > 0)
			.concatWith(Mono.fromSupplier(this::end))
			.onErrorResume((ex) -> Mono.fromSupplier(() -> broken(ex)));
	}

	/**
	 * As a step of its own kind, Reactor's handle would restore thread locals for each.
	 */
	private byte[] accept(byte[] bytes) {
		this.reader.feed(bytes);
		byte[] ready = this.out.take();
		return (ready != null) ? ready : NOTHING;
	}

	private byte @Nullable [] end() {
		if (this.outcome == StreamOutcome.OPEN) {
			this.rewriter.flush(this.out);
			this.form.error(BROKEN, this.out);
			this.outcome = StreamOutcome.BROKEN;
		}
		return this.out.take();
	}

	private byte @Nullable [] broken(Throwable thrown) {
		logger.warn("An answer was cut off: {}", thrown.getClass().getSimpleName());
		return end();
	}

	@Override
	public void event(@Nullable String name, byte[] data) {
		if (this.outcome != StreamOutcome.OPEN) {
			return;
		}
		if (this.dialect.isEndMark(data)) {
			finish(data);
		}
		else if (this.passing && !this.dialect.mustRead(name, data)) {
			this.out.event(name, data);
		}
		else {
			this.outcome = outcome(this.rewriter.rewrite(name, data, this.out));
		}
	}

	private static StreamOutcome outcome(Signal signal) {
		return switch (signal) {
			case NONE, TEXTS_END -> StreamOutcome.OPEN;
			case LAST -> StreamOutcome.COMPLETE;
			case FAILED, LAST_FAILED -> StreamOutcome.FAILED;
		};
	}

	private void finish(byte[] mark) {
		this.rewriter.flush(this.out);
		if (this.hilum != null) {
			this.form.hilum(this.hilum, this.out);
		}
		this.out.event(null, mark);
		this.outcome = StreamOutcome.COMPLETE;
	}

	@Override
	public void comment() {
		if (this.outcome == StreamOutcome.OPEN) {
			this.out.comment();
		}
	}

}
