package io.hilum.gateway.chat;

import java.time.Duration;

import io.hilum.gateway.chat.answer.AnswerReader;
import io.hilum.gateway.chat.answer.StreamRelay;
import io.hilum.gateway.chat.answer.WholeAnswer;
import io.hilum.gateway.chat.dialect.Dialect;
import io.hilum.gateway.models.ModelAnswer;
import io.hilum.gateway.problem.ErrorForm;
import io.hilum.gateway.problem.GatewayProblem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/**
 * Makes the client's answer out of that of routing-service.
 */
final class ChatAnswers {

	private final AnswerReader reader;

	private final WholeAnswer whole;

	private final ProviderState state;

	private final ChatProperties properties;

	private final Timer overhead;

	ChatAnswers(AnswerReader reader, ProviderState state, ChatProperties properties, MeterRegistry meters) {
		this.reader = reader;
		this.whole = new WholeAnswer(reader);
		this.state = state;
		this.properties = properties;
		this.overhead = Timer.builder("hilum.gateway.overhead").publishPercentileHistogram().register(meters);
	}

	/**
	 * Put identifiers back.
	 * @param context the request and the beginning of its answer
	 * @param journey the way of the request
	 * @return the answer for the client
	 */
	Mono<ChatAnswer> restore(ChatContext context, Journey journey) {
		ModelAnswer answer = context.answer();
		if (answer.streamed() && answer.ok()) {
			Dialect dialect = dialect(context);
			StreamRelay relay = new StreamRelay(this.reader, dialect, context.arrival().requestId(),
					this.state.originals(context), hilum(context),
					Math.toIntExact(this.properties.maxEvent().toBytes()));
			journey.streaming(relay);
			return Mono.just(answer(context, 0, true, relay.relay(answer.body())));
		}
		long started = System.nanoTime();
		return answer.whole(this.properties.maxAnswer().toBytes()).map((body) -> {
			long waited = System.nanoTime() - started;
			return answer(context, waited, false,
					Flux.just(answer.ok() ? restored(context, body) : error(context, body)));
		});
	}

	private byte[] restored(ChatContext context, byte[] body) {
		try {
			return this.whole.restore(dialect(context), body, this.state.originals(context), hilum(context));
		}
		catch (JacksonException ex) {
			throw new GatewayProblem.Unavailable("invalid_answer", "The provider's answer is no valid JSON. Ask again")
				.asException();
		}
	}

	private static byte[] error(ChatContext context, byte[] body) {
		return ErrorForm.of(context.request().endpoint().path())
			.body(context.answer().status(), body, context.arrival().requestId());
	}

	private static Dialect dialect(ChatContext context) {
		return Dialects.of(context.request().endpoint());
	}

	private ChatAnswer answer(ChatContext context, long waited, boolean streamed, Flux<byte[]> body) {
		long taken = System.nanoTime() - context.arrival().startedNanos() - context.upstreamNanos() - waited;
		this.overhead.record(Duration.ofNanos(taken));
		return new ChatAnswer(context.answer().status(), ChatHeaders.of(context, taken), streamed, body);
	}

	private static byte @Nullable [] hilum(ChatContext context) {
		return context.request().hilum().collections().isEmpty() ? null : Citations.hilum(context.passages());
	}

}
