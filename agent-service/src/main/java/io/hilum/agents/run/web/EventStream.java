package io.hilum.agents.run.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.hilum.agents.problem.AgentProblem;
import io.hilum.agents.problem.ErrorBody;
import io.hilum.agents.run.RunEvent;
import io.hilum.agents.run.RunEvent.Answered;
import io.hilum.agents.run.RunEvent.Cancelled;
import io.hilum.trust.text.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

/**
 * A run as events: a chunk for each step as it is done, then the answer, which nobody has
 * seen before it was checked. What breaks after the first event ends with an error and
 * without the end mark. For one run.
 */
final class EventStream {

	private static final Logger logger = LoggerFactory.getLogger(EventStream.class);

	private static final int PIECE = 48;

	private static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII);

	private final Completion completion;

	private boolean begun;

	EventStream(Completion completion) {
		this.completion = completion;
	}

	Flux<byte[]> of(Flux<RunEvent> events) {
		return events.concatMapIterable(this::written).onErrorResume((ex) -> this.begun ? broken(ex) : Flux.error(ex));
	}

	private List<byte[]> written(RunEvent event) {
		this.begun = true;
		return switch (event) {
			case Answered answered -> answer(answered);
			case Cancelled cancelled -> cancelled(cancelled);
			default -> List.of(this.completion.stepChunk(event));
		};
	}

	private List<byte[]> cancelled(Cancelled cancelled) {
		List<byte[]> events = new ArrayList<>();
		events.add(this.completion.cancelledChunk(cancelled.record()));
		if (this.completion.isUsageAsked()) {
			events.add(this.completion.usageChunk(cancelled.record()));
		}
		return events;
	}

	private List<byte[]> answer(Answered answered) {
		List<byte[]> events = new ArrayList<>();
		String text = answered.answer().reveal();
		int start = 0;
		while (start < text.length()) {
			int end = cut(text, start);
			events.add(this.completion.textChunk(text.substring(start, end)));
			start = end;
		}
		events.add(this.completion.lastChunk(answered.record()));
		if (this.completion.isUsageAsked()) {
			events.add(this.completion.usageChunk(answered.record()));
		}
		events.add(DONE);
		return events;
	}

	/** Not within a character of two units. */
	private static int cut(String text, int start) {
		int end = Math.min(text.length(), start + PIECE);
		return (end < text.length() && Character.isLowSurrogate(text.charAt(end))) ? end + 1 : end;
	}

	private static Flux<byte[]> broken(Throwable thrown) {
		if (!(thrown instanceof AgentProblem)) {
			logger.error("A run failed with {}", Origin.of(thrown));
		}
		String error = new String(ErrorBody.of(thrown), StandardCharsets.UTF_8);
		return Flux.just(("data: " + error + "\n\n").getBytes(StandardCharsets.UTF_8));
	}

}
