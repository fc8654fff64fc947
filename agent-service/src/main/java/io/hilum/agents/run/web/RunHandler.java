package io.hilum.agents.run.web;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

import io.hilum.agents.agent.Agents;
import io.hilum.agents.body.RequestBody;
import io.hilum.agents.mandate.Mandate;
import io.hilum.agents.problem.AgentProblem;
import io.hilum.agents.run.AgentRequest;
import io.hilum.agents.run.RequestReader;
import io.hilum.agents.run.Run;
import io.hilum.agents.run.RunEvent;
import io.hilum.agents.run.RunProperties;
import io.hilum.agents.run.Runs;
import io.hilum.trust.context.webflux.ContextWebFilter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@code POST /v1/chat/completions}, as the gateway asks it. Whatever fails before the
 * first step is done is an answer with a status; a client that leaves ends the run.
 */
@Component
class RunHandler {

	private final Runs runs;

	private final Agents agents;

	private final RunProperties properties;

	private final Clock clock;

	private final AtomicInteger running = new AtomicInteger();

	RunHandler(Runs runs, Agents agents, RunProperties properties, Clock clock) {
		this.runs = runs;
		this.agents = agents;
		this.properties = properties;
		this.clock = clock;
	}

	Mono<ServerResponse> run(ServerRequest request) {
		return ServerResponse.ok()
			.build((exchange, context) -> RequestBody.of(exchange.getRequest(), this.properties.maxRequest().toBytes())
				.flatMap((body) -> answer(exchange, body)));
	}

	private Mono<Void> answer(ServerWebExchange exchange, byte[] body) {
		AgentRequest asked = RequestReader.read(body);
		HttpHeaders headers = exchange.getRequest().getHeaders();
		Mandate mandate = new Mandate(ContextWebFilter.contextOf(exchange), required(headers, "Hilum-Delegation"),
				required(headers, "Hilum-Agent"), required(headers, "Hilum-Agent-Model"));
		Run run = new Run(this.agents.find(mandate.agent()).orElseThrow(AgentProblem::unknownAgent), mandate, asked,
				this.properties.bounds().within(headers.getFirst("Hilum-Agent-Bounds")));
		exchange.getResponse().getHeaders().set("hilum-model", mandate.agent());
		exchange.getResponse().getHeaders().set("hilum-run", mandate.run());
		Completion completion = new Completion(mandate, this.clock.instant().getEpochSecond(), asked.usage());
		return asked.stream() ? stream(exchange.getResponse(), completion, running(run))
				: whole(exchange.getResponse(), completion, running(run));
	}

	private static String required(HttpHeaders headers, String name) {
		@Nullable String value = headers.getFirst(name);
		if (value == null) {
			throw AgentProblem.invalid("The gateway must say " + name, null);
		}
		return value;
	}

	private Flux<RunEvent> running(Run run) {
		return Flux.defer(() -> {
			if (this.running.incrementAndGet() > this.properties.parallel()) {
				this.running.decrementAndGet();
				return Flux.error(AgentProblem.busy());
			}
			return this.runs.run(run).doFinally((signal) -> this.running.decrementAndGet());
		});
	}

	private static Mono<Void> stream(ServerHttpResponse response, Completion completion, Flux<RunEvent> events) {
		response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
		Flux<DataBuffer> body = new EventStream(completion).of(events).map(response.bufferFactory()::wrap);
		return response.writeAndFlushWith(body.map(Mono::just));
	}

	private static Mono<Void> whole(ServerHttpResponse response, Completion completion, Flux<RunEvent> events) {
		return events.collectList().flatMap((all) -> {
			response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
			response.getHeaders().set("hilum-cost-usd", completion.costUsd(all));
			return response.writeWith(Mono.just(response.bufferFactory().wrap(completion.document(all))));
		});
	}

}
