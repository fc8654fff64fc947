package io.hilum.gateway.chat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.hilum.gateway.chat.ChatContext.Scope;
import io.hilum.gateway.chat.request.Asked;
import io.hilum.gateway.chat.request.ChatRequest;
import io.hilum.gateway.chat.request.ChatRequestReader;
import io.hilum.gateway.chat.request.Questions.Place;
import io.hilum.gateway.chat.wire.Splice;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.knowledge.Passage;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Reads requests and names the scope they are in. A large body is read away from the
 * event loops, on a bounded scheduler.
 */
final class ChatRequests {

	private final ChatRequestReader reader;

	private final ScopeKey scopeKey;

	private final ChatProperties properties;

	private final Scheduler largeBodies;

	ChatRequests(ChatRequestReader reader, ScopeKey scopeKey, ChatProperties properties, Scheduler largeBodies) {
		this.reader = reader;
		this.scopeKey = scopeKey;
		this.properties = properties;
		this.largeBodies = largeBodies;
	}

	/**
	 * Read a request.
	 * @param context who asks
	 * @param asked what the path says
	 * @param body the bytes
	 * @return the context with the request in it
	 */
	Mono<ChatContext> read(ChatContext context, Asked asked, Mono<byte[]> body) {
		return body
			.flatMap((bytes) -> Mono.fromSupplier(() -> read(context, asked, bytes)).subscribeOn(workerFor(bytes)));
	}

	/**
	 * Where work on a body is done.
	 * @param body the body
	 * @return the present thread for a small one, else a bounded number of others
	 */
	Scheduler workerFor(byte[] body) {
		return (body.length <= this.properties.inlineBody().toBytes()) ? Schedulers.immediate() : this.largeBodies;
	}

	private ChatContext read(ChatContext context, Asked asked, byte[] bytes) {
		ChatRequest request = this.reader.read(asked, bytes);
		return context.asking(request, scope(context, request));
	}

	private Scope scope(ChatContext context, ChatRequest request) {
		Caller.Run run = context.caller().run();
		String subject = context.caller().subject();
		PhiText named = request.hilum().conversation();
		String ownConversation = (named != null) ? this.scopeKey.name("named", subject, named.reveal())
				: this.scopeKey.name("first", subject, request.questions().first().reveal());
		String conversation = (run != null) ? run.conversation() : ownConversation;
		String bound = context.caller().purpose();
		String purpose = (bound != null) ? bound
				: Objects.requireNonNullElse(request.hilum().purpose(), this.properties.defaultPurpose());
		return new Scope(conversation, purpose);
	}

	/**
	 * Put passages before the last question of a request.
	 * @param request the request
	 * @param passages the passages
	 * @return the request with one more message
	 */
	ChatRequest insert(ChatRequest request, List<Passage> passages) {
		Place place = request.questions().place();
		if (place == null) {
			throw new GatewayProblem.Invalid("invalid_request",
					"hilum.collections needs a text of the user: the last one is what collections are searched for",
					request.endpoint().content())
				.asException();
		}
		if (passages.isEmpty()) {
			return request;
		}
		String role = Dialects.of(request.endpoint()).passagesRole();
		String message = new String(Citations.message(role, passages), StandardCharsets.UTF_8) + ",";
		return this.reader.read(new Asked(request.endpoint(), request.model()),
				Splice.apply(request.body(),
						place.isTurn() ? List.of(inserted(place.start(), message))
								: List.of(inserted(place.start(), "[" + message + "{\"role\":\"user\",\"content\":"),
										inserted(place.end(), "}]"))));
	}

	private static Splice inserted(int at, String json) {
		return new Splice(at, at, json.getBytes(StandardCharsets.UTF_8));
	}

}
