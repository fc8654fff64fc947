package io.hilum.gateway.chat.kept;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.hilum.gateway.chat.answer.AnswerReader;
import io.hilum.gateway.chat.answer.Originals;
import io.hilum.gateway.chat.answer.StreamRelay;
import io.hilum.gateway.chat.answer.WholeAnswer;
import io.hilum.gateway.chat.dialect.responses.ResponsesDialect;
import io.hilum.gateway.problem.GatewayProblem;
import reactor.core.publisher.Flux;

/**
 * The responses of each caller that a provider keeps. A client knows them by ids of this
 * gateway, never by the provider's own. Thread-safe.
 */
public final class KeptResponses {

	private final ResponseSeal seal;

	private final AnswerReader reader;

	private final WholeAnswer answers;

	/**
	 * Create it.
	 * @param seal what makes and opens ids
	 * @param reader what reads answers
	 */
	public KeptResponses(ResponseSeal seal, AnswerReader reader) {
		this.seal = seal;
		this.reader = reader;
		this.answers = new WholeAnswer(reader);
	}

	/**
	 * Find a response.
	 * @param id what a caller wrote
	 * @param subject the caller
	 * @return the response, or nothing if it is not the caller's
	 */
	public Optional<KeptResponse> find(String id, String subject) {
		return this.seal.open(id, subject);
	}

	/**
	 * Find a response that must be there.
	 * @param id what a caller wrote
	 * @param subject the caller
	 * @return the response
	 * @throws io.hilum.gateway.problem.ProblemException if it is not the caller's
	 */
	public KeptResponse get(String id, String subject) {
		return find(id, subject).orElseThrow(() -> new GatewayProblem.NotFound("response_not_found",
				"You have no response with this id. Ids are valid only for the user or key that received them")
			.asException());
	}

	/**
	 * Make an answer use the caller's ids in place of the provider's.
	 * @param made the response that the answer makes, whatever its id is
	 * @param known ids that the caller has, by those of the provider
	 * @param subject the caller
	 * @return what is put back into the answer, to be used for one answer
	 */
	public Originals naming(KeptResponse made, Map<String, String> known, String subject) {
		Map<String, String> ids = new HashMap<>(known);
		return made.originals().naming((id) -> ids.computeIfAbsent(id, (own) -> this.seal.seal(made.as(own), subject)));
	}

	/**
	 * Put identifiers and ids back into what a provider tells of a response.
	 * @param response the response
	 * @param id how its caller calls it
	 * @param subject the caller
	 * @param body what the provider tells
	 * @return the same for the caller
	 */
	public byte[] restore(KeptResponse response, String id, String subject, byte[] body) {
		Originals originals = naming(response, Map.of(response.id(), id), subject);
		return this.answers.restore(ResponsesDialect.INSTANCE, body, originals, null);
	}

	/**
	 * Put identifiers and ids back into the stream that a response was. Its events have
	 * the numbers of the first time, as long as the provider tells it in the same events.
	 * @param reading which response, and from where on
	 * @param events what the provider tells, from the begin
	 * @param maxEvent the largest event, in bytes
	 * @return the events for the caller, piece by piece
	 */
	public Flux<byte[]> relay(KeptReading reading, Flux<byte[]> events, int maxEvent) {
		Originals originals = naming(reading.response(), Map.of(reading.response().id(), reading.id()),
				reading.subject());
		return Flux.defer(() -> {
			Flux<byte[]> restored = new StreamRelay(this.reader, ResponsesDialect.INSTANCE, reading.requestId(),
					originals, null, maxEvent)
				.relay(events);
			return (reading.startingAfter() < 0) ? restored
					: new ResumedStream(reading.startingAfter(), maxEvent).of(restored);
		});
	}

}
