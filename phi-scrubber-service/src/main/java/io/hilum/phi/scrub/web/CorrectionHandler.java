package io.hilum.phi.scrub.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.hilum.phi.review.Correction;
import io.hilum.phi.review.CorrectionProperties;
import io.hilum.phi.review.Corrections;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.context.webflux.ContextWebFilter;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Answers {@code /v1/phi/corrections}: people say what is an identifier and what is none,
 * reviewers read it and write the lists. No answer to anybody else changes by it.
 */
class CorrectionHandler {

	/**
	 * Says how many corrections a call concerned, for the gateway's audit.
	 */
	static final String COUNT = "Hilum-Count";

	private final Optional<Corrections> corrections;

	private final CorrectionProperties properties;

	private final ScrubWorkers workers;

	private final Clock clock;

	private final JsonMapper json;

	CorrectionHandler(Optional<Corrections> corrections, CorrectionProperties properties, ScrubWorkers workers,
			Clock clock, JsonMapper json) {
		this.corrections = corrections;
		this.properties = properties;
		this.workers = workers;
		this.clock = clock;
		this.json = json;
	}

	Mono<ServerResponse> correct(ServerRequest request) {
		String by = require(request, this.properties.roles()).subject();
		return request.bodyToMono(byte[].class)
			.switchIfEmpty(Mono.error(CorrectionHandler::invalidJson))
			.flatMap((body) -> this.workers.runOnThread(body.length,
					() -> keep(read(body).read(by, this.clock.instant()))))
			.flatMap((kept) -> ok(HttpStatus.ACCEPTED, kept, this.json.writeValueAsBytes(Map.of("accepted", kept))));
	}

	Mono<ServerResponse> all(ServerRequest request) {
		require(request, this.properties.reviewers());
		return this.workers.runOnThread(0, this::read).flatMap((read) -> ok(HttpStatus.OK, read.count(), read.body()));
	}

	Mono<ServerResponse> clear(ServerRequest request) {
		require(request, this.properties.reviewers());
		return this.workers.runOnThread(0, () -> open().clear())
			.flatMap((forgotten) -> ServerResponse.noContent().header(COUNT, Integer.toString(forgotten)).build());
	}

	private Listing read() {
		List<Correction> all = open().all();
		return new Listing(all.size(), this.json.writeValueAsBytes(CorrectionResponseV1.of(all)));
	}

	private int keep(List<Correction> said) {
		if (!open().keep(said)) {
			throw new ScrubProblem.Other(HttpStatus.INSUFFICIENT_STORAGE, "corrections_full",
					"There is no room for corrections until those before are reviewed")
				.asException();
		}
		return said.size();
	}

	private Corrections open() {
		return this.corrections.orElseThrow(() -> new ScrubProblem.Other(HttpStatus.NOT_FOUND, "corrections_off",
				"This installation takes no corrections: hilum.corrections.file names no file")
			.asException());
	}

	private static ServiceContext require(ServerRequest request, List<String> roles) {
		ServiceContext context = ContextWebFilter.contextOf(request.exchange());
		if (roles.stream().noneMatch(context::hasRole)) {
			throw new ScrubProblem.Other(HttpStatus.FORBIDDEN, "role_not_allowed", "Your role may not do this")
				.asException();
		}
		return context;
	}

	private CorrectionRequestV1 read(byte[] body) {
		try {
			return this.json.readValue(body, CorrectionRequestV1.class);
		}
		catch (JacksonException ex) {
			throw invalidJson();
		}
	}

	private static ScrubProblemException invalidJson() {
		return new ScrubProblem.Invalid("invalid_json", "The body must be a JSON object with a list of corrections",
				null)
			.asException();
	}

	private static Mono<ServerResponse> ok(HttpStatus status, int count, byte[] body) {
		return ServerResponse.status(status)
			.header(COUNT, Integer.toString(count))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body);
	}

	/**
	 * All corrections, as they are sent.
	 */
	private record Listing(int count, byte[] body) {

		@Override
		public String toString() {
			return "Listing[count=" + this.count + "]";
		}

	}

}
