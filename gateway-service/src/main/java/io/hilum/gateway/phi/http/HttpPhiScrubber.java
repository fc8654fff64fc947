package io.hilum.gateway.phi.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.hilum.gateway.phi.PhiScrubber;
import io.hilum.gateway.phi.ScrubOrder;
import io.hilum.gateway.phi.ScrubOutcome;
import io.hilum.gateway.phi.ScrubProperties;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.gateway.upstream.ServiceCalls;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * Calls phi-scrubber-service. Whatever is not a complete answer is a failure, and a
 * failure keeps the texts here.
 */
@Component
class HttpPhiScrubber implements PhiScrubber {

	private static final Logger logger = LoggerFactory.getLogger(HttpPhiScrubber.class);

	/**
	 * Pseudonyms are names of members, and others each time: none is worth remembering.
	 * Nothing but a string is a text.
	 */
	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder().disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES).build())
		.withCoercionConfig(LogicalType.Textual,
				(text) -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
		.build();

	private final ServiceCalls phiScrubberCalls;

	private final Duration deadline;

	private final Timer timer;

	HttpPhiScrubber(ServiceCalls phiScrubberCalls, ScrubProperties properties, MeterRegistry meters) {
		this.phiScrubberCalls = phiScrubberCalls;
		this.deadline = properties.deadline();
		this.timer = Timer.builder("hilum.phi.scrub").publishPercentileHistogram().register(meters);
	}

	@Override
	public Mono<ScrubOutcome> scrub(ServiceContext context, ScrubOrder order) {
		byte[] body = JSON.writeValueAsBytes(ScrubRequestV1.of(order));
		long started = System.nanoTime();
		return this.phiScrubberCalls.call(HttpMethod.POST, "/v1/scrub", context)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchangeToMono(HttpPhiScrubber::whole)
			.timeout(this.deadline)
			.map((response) -> outcome(response, order.texts().size()))
			.onErrorMap((ex) -> !(ex instanceof ProblemException), HttpPhiScrubber::unavailable)
			.doOnTerminate(() -> this.timer.record(Duration.ofNanos(System.nanoTime() - started)));
	}

	private static Mono<ResponseEntity<byte[]>> whole(ClientResponse response) {
		return response.toEntity(byte[].class);
	}

	private static ScrubOutcome outcome(ResponseEntity<byte[]> response, int expected) {
		byte[] body = response.getBody();
		if (body == null) {
			throw unavailable("no body");
		}
		if (response.getStatusCode().is2xxSuccessful()) {
			return scrubbed(JSON.readValue(body, ScrubResponseV1.class), expected);
		}
		return refusal(response.getStatusCode().value(), body);
	}

	private static ScrubOutcome scrubbed(ScrubResponseV1 response, int expected) {
		if (response.texts().size() != expected) {
			throw unavailable("another number of texts");
		}
		Map<String, PhiText> pseudonyms = new HashMap<>();
		response.dates().forEach((moved, date) -> stand(moved, date, pseudonyms));
		Set<String> folded = new HashSet<>();
		response.pseudonyms().forEach((pseudonym, original) -> {
			if (!folded.add(pseudonym.toUpperCase(Locale.ROOT))) {
				throw unavailable("pseudonyms that differ in case only");
			}
			stand(pseudonym, original, pseudonyms);
		});
		return new ScrubOutcome.Scrubbed(response.policyVersion(), response.texts().stream().map(PhiText::of).toList(),
				pseudonyms, response.counts(), !response.kept().isEmpty());
	}

	private static void stand(String pseudonym, String original, Map<String, PhiText> pseudonyms) {
		if (pseudonym.isEmpty() || original.isEmpty()) {
			throw unavailable("a pseudonym of nothing");
		}
		pseudonyms.put(pseudonym, PhiText.of(original));
	}

	private static ScrubOutcome refusal(int status, byte[] body) {
		try {
			ScrubRefusalV1 refusal = JSON.readValue(body, ScrubRefusalV1.class);
			if (status < 500 && "phi_blocked".equals(refusal.error().code())) {
				return new ScrubOutcome.Blocked(refusal.error().message(), refusal.counts());
			}
			if (status == 413) {
				throw new GatewayProblem.PassedOn(refusal.error().code(), status, body).asException();
			}
		}
		catch (JacksonException ex) {
			throw unavailable("status " + status + " without an error");
		}
		throw unavailable("status " + status);
	}

	private static Throwable unavailable(Throwable thrown) {
		return unavailable(thrown.getClass().getSimpleName());
	}

	private static ProblemException unavailable(String reason) {
		logger.warn("phi-scrubber-service does not scrub: {}", reason);
		return new GatewayProblem.Unavailable("phi_scrubber_unavailable",
				"Identifiers cannot be taken out at the moment, so nothing is sent on. Try again shortly")
			.asException();
	}

}
