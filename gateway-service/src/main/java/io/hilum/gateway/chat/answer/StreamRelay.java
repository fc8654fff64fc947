package io.hilum.gateway.chat.answer;

import io.hilum.gateway.chat.answer.AnswerScan.Signal;
import io.hilum.gateway.chat.wire.SseReader;
import io.hilum.gateway.chat.wire.SseWriter;
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
public final class StreamRelay implements SseReader.Listener {

	private static final Logger logger = LoggerFactory.getLogger(StreamRelay.class);

	private static final byte[] NOTHING = {};

	private static final byte[] BROKEN = ProblemResponse
		.of(new GatewayProblem.Unavailable("stream_interrupted", "The answer broke off before its end. Ask again"))
		.body();

	private final AnswerForm form;

	private final EventForm events;

	private final ChunkRewriter rewriter;

	private final boolean passing;

	private final byte @Nullable [] hilum;

	private final SseReader reader;

	private final SseWriter out = new SseWriter();

	private volatile StreamOutcome outcome = StreamOutcome.OPEN;

	/**
	 * Create a relay.
	 * @param answers what reads events
	 * @param form the API that the client speaks
	 * @param requestId the id of the request, for errors
	 * @param originals what was taken out of the request
	 * @param hilum the value of the field {@code hilum}, if there is one
	 * @param maxEvent the largest event, in bytes
	 */
	public StreamRelay(AnswerReader answers, AnswerForm form, String requestId, Originals originals,
			byte @Nullable [] hilum, int maxEvent) {
		this.form = form;
		this.events = form.events(requestId);
		this.rewriter = new ChunkRewriter(answers, form, this.events, originals, hilum);
		this.passing = originals.isEmpty() && hilum == null;
		this.hilum = hilum;
		this.reader = new SseReader(maxEvent, this);
	}

	/**
	 * How the stream ended.
	 * @return the outcome so far
	 */
	public StreamOutcome outcome() {
		return this.outcome;
	}

	/**
	 * Relay a stream. To be subscribed once.
	 * @param upstream the bytes of the stream in any pieces
	 * @return the bytes for the client, to be flushed piece by piece
	 */
	public Flux<byte[]> relay(Flux<byte[]> upstream) {
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
			this.events.error(BROKEN, this.out);
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
		if (this.form.isEndMark(data)) {
			finish(data);
		}
		else if (this.passing && !this.form.mustRead(name, data)) {
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
			this.events.hilum(this.hilum, this.out);
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
