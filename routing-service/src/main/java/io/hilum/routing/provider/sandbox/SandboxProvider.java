package io.hilum.routing.provider.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.hilum.dialects.messages.TokenEstimate;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.Exchange;
import io.hilum.routing.provider.Provider;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.ProviderDialect;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stand-in for a model that runs in this process. It is no model and says so: its
 * answer repeats the text that reached it, so that anyone sees what a provider would have
 * seen. Deterministic; a token is a word.
 */
final class SandboxProvider implements Provider {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final ProviderDialect SPEAKS_CHAT = new ProviderDialect() {
	};

	private final Duration wordDelay;

	private final int maxEventBytes;

	private final Clock clock;

	SandboxProvider(SandboxProperties properties, Clock clock) {
		this.wordDelay = properties.wordDelay();
		this.maxEventBytes = Math.toIntExact(properties.maxEvent().toBytes());
		this.clock = clock;
	}

	@Override
	public Flux<byte[]> call(ProviderCall call) {
		return Flux.defer(() -> answer(call));
	}

	private Flux<byte[]> answer(ProviderCall call) {
		if (call.endpoint() == Endpoint.COUNT_TOKENS) {
			return Flux.just(TokenEstimate.of(call.body()));
		}
		Exchange exchange = Exchange.begin(call, SPEAKS_CHAT, this.maxEventBytes, this.clock);
		JsonNode request = JSON.readTree(exchange.call().body());
		if (call.endpoint() == Endpoint.EMBEDDINGS) {
			return Flux.just(SandboxEmbeddings.of(request));
		}
		SandboxAnswer answer = SandboxAnswer.to(request, this.clock.instant().getEpochSecond());
		return call.stream() ? exchange.stream(paced(answer.events())) : Flux.just(exchange.answer(answer.document()));
	}

	private Flux<byte[]> paced(List<byte[]> events) {
		return this.wordDelay.isZero() ? Flux.fromIterable(events)
				: Flux.fromIterable(events).delayElements(this.wordDelay);
	}

}
