package io.hilum.gateway.edge;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hilum.gateway.patient.PatientProperties;
import io.hilum.gateway.patient.PatientTokens;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;

/**
 * {@code POST /v1/patients}: the token by which the audit knows a patient. The identifier
 * is in the body, so that no log has it, and goes no further than here.
 */
@Component
class PatientHandler {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int MAX_BODY = 4096;

	private final PatientTokens tokens;

	private final PatientProperties properties;

	private final GuardedCall guard;

	PatientHandler(PatientTokens tokens, PatientProperties properties, GuardedCall guard) {
		this.tokens = tokens;
		this.properties = properties;
		this.guard = guard;
	}

	Mono<ServerResponse> token(ServerRequest request) {
		return ServerResponse.ok()
			.build((exchange, context) -> this.guard.around(exchange, PhiState.NONE, (who) -> answer(exchange, who)));
	}

	private Mono<Void> answer(ServerWebExchange exchange, ServiceContext who) {
		if (Collections.disjoint(who.roles(), this.properties.roles())) {
			throw new GatewayProblem.Forbidden("role_not_allowed", "Your role may not look patients up").asException();
		}
		if (!this.tokens.enabled()) {
			throw new GatewayProblem.NotFound("patients_not_recorded",
					"This gateway has no key for tokens of patients (hilum.patients.key)")
				.asException();
		}
		return JsonCalls.body(exchange, MAX_BODY)
			.switchIfEmpty(Mono.error(PatientHandler::invalid))
			.flatMap((body) -> JsonCalls.write(exchange.getResponse(), token(body)));
	}

	private byte[] token(byte[] body) {
		try {
			JsonNode identifier = JSON.readTree(new String(body, StandardCharsets.UTF_8));
			String token = this.tokens.token(identifier.path("type").asString(""),
					PhiText.of(identifier.path("value").asString("")));
			if (token != null) {
				return JSON.writeValueAsBytes(Map.of("object", "patient", "id", token));
			}
		}
		catch (JacksonException ex) {
			// What it quotes may be the identifier.
		}
		throw invalid();
	}

	private static RuntimeException invalid() {
		return new GatewayProblem.Invalid("invalid_identifier",
				"Expected {\"type\": \"MRN\", \"value\": \"…\"}, where the type is MRN, HEALTH_PLAN or SSN", "value")
			.asException();
	}

}
