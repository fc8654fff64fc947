package io.hilum.phi.scrub.web;

import io.hilum.phi.scrub.ScrubMode;
import io.hilum.phi.scrub.ScrubPolicy;
import io.hilum.phi.scrub.ScrubResult;
import io.hilum.phi.scrub.Scrubber;
import io.hilum.phi.scrub.Texts;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.context.webflux.ContextWebFilter;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Answers {@code POST /v1/scrub} and {@code POST /v1/phi/preview}.
 */
class ScrubHandler {

	private final Scrubber scrubber;

	private final ScrubWorkers workers;

	private final ScrubBounds bounds;

	private final ScrubMeters meters;

	private final JsonMapper json;

	ScrubHandler(Scrubber scrubber, ScrubWorkers workers, ScrubBounds bounds, ScrubMeters meters, JsonMapper json) {
		this.scrubber = scrubber;
		this.workers = workers;
		this.bounds = bounds;
		this.meters = meters;
		this.json = json;
	}

	Mono<ServerResponse> scrub(ServerRequest request) {
		String scope = scope(request);
		return body(request).flatMap((body) -> this.workers.run(body.length, () -> scrub(body, scope)))
			.flatMap(ScrubHandler::ok);
	}

	Mono<ServerResponse> preview(ServerRequest request) {
		String scope = scope(request);
		return body(request).flatMap((body) -> this.workers.run(body.length, () -> preview(body, scope)))
			.flatMap(ScrubHandler::ok);
	}

	private byte[] scrub(byte[] body, String scope) throws Exception {
		ScrubRequestV1 request = read(body);
		ScrubPolicy policy = PolicyReader.read(request, null);
		Texts texts = this.bounds.texts(request);
		String version = this.scrubber.version();
		ScrubResult result = this.meters.timed(texts.all(), () -> this.scrubber.scrub(texts, scope, policy));
		this.meters.count(result.counts());
		return switch (result) {
			case ScrubResult.Scrubbed scrubbed -> this.json.writeValueAsBytes(ScrubResponseV1.of(scrubbed, version));
			case ScrubResult.Blocked blocked -> throw new ScrubProblem.Blocked(blocked.counts()).asException();
		};
	}

	private byte[] preview(byte[] body, String scope) throws Exception {
		ScrubRequestV1 request = read(body);
		ScrubPolicy policy = PolicyReader.read(request, ScrubMode.PSEUDONYMISE);
		Texts texts = this.bounds.texts(request);
		return this.json.writeValueAsBytes(PreviewResponseV1.of(texts.all(),
				this.meters.timed(texts.all(), () -> this.scrubber.preview(texts, scope, policy))));
	}

	/** The message of the parser may quote the body, so it goes no further. */
	private ScrubRequestV1 read(byte[] body) {
		try {
			return this.json.readValue(body, ScrubRequestV1.class);
		}
		catch (JacksonException ex) {
			throw invalidJson();
		}
	}

	private static Mono<byte[]> body(ServerRequest request) {
		return request.bodyToMono(byte[].class).switchIfEmpty(Mono.error(ScrubHandler::invalidJson));
	}

	private static ScrubProblemException invalidJson() {
		return new ScrubProblem.Invalid("invalid_json", "The body must be a JSON object with a list of texts", null)
			.asException();
	}

	private static Mono<ServerResponse> ok(byte[] body) {
		return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(body);
	}

	/** A request outside any conversation is a scope of its own. */
	private static String scope(ServerRequest request) {
		ServiceContext context = ContextWebFilter.contextOf(request.exchange());
		return context.conversation().isBlank() ? "request/" + context.requestId() : context.conversation();
	}

}
