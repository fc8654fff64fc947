package io.hilum.gateway.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;

import io.hilum.gateway.admission.Admission;
import io.hilum.gateway.admission.Grant;
import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.chat.ChatProperties;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.models.CatalogueService;
import io.hilum.gateway.models.ModelAnswer;
import io.hilum.gateway.policy.PolicySource;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.gateway.simulation.FrontDoor.Passage;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Finds out what would become of a request: here first, and of what goes on at
 * routing-service.
 */
@Component
public class Simulator {

	/**
	 * A field that is not known may be text, and is refused.
	 */
	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private static final long MAX_ANSWER = 4L * 1024 * 1024;

	private final PolicySource policies;

	private final Admission admission;

	private final ChatProperties properties;

	private final CatalogueService catalogue;

	private final Clock clock;

	Simulator(PolicySource policies, Admission admission, ChatProperties properties, CatalogueService catalogue,
			Clock clock) {
		this.policies = policies;
		this.admission = admission;
		this.properties = properties;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	/**
	 * Read what is supposed.
	 * @param json a request as the contract has it
	 * @return the request
	 * @throws ProblemException if it is something else
	 */
	public static Supposed read(byte[] json) {
		try {
			Supposed supposed = JSON.readValue(new String(json, StandardCharsets.UTF_8), Supposed.class);
			if (supposed != null) {
				return supposed;
			}
		}
		catch (JacksonException ex) {
			if (ex.getCause() instanceof ProblemException problem) {
				throw problem;
			}
			// What it quotes may be text.
		}
		throw new GatewayProblem.Invalid("invalid_simulation",
				"Expected an object with a model and roles, and nothing that the contract does not name", null)
			.asException();
	}

	/**
	 * Find out what would become of a request.
	 * @param supposed the request
	 * @param real the arrival of the request that supposes it
	 * @param administrator who wants to know
	 * @return what would, as the contract has it
	 */
	public Mono<byte[]> simulate(Supposed supposed, Arrival real, ServiceContext administrator) {
		return foretell(supposed, real, administrator).map(JSON::writeValueAsBytes);
	}

	private Mono<Simulation> foretell(Supposed supposed, Arrival real, ServiceContext administrator) {
		return Mono.defer(() -> {
			Arrival arrival = supposed.arrival(real, this.clock);
			Passage passage = new FrontDoor(this.policies.current(), this.admission, this.properties).pass(supposed,
					arrival);
			Grant grant = passage.grant();
			PhiState state = passage.state();
			if (passage.refusal() != null || grant == null || state == null) {
				return Mono.just(Simulation.of(passage, null));
			}
			RoutedRequest request = RoutedRequest.of(supposed, passage.servedBy(), arrival,
					context(supposed.caller(arrival.at()), grant, state, arrival));
			return this.catalogue.simulate(JSON.writeValueAsBytes(request), administrator)
				.flatMap(Simulator::routing)
				.map((routing) -> Simulation.of(passage, routing));
		});
	}

	private ServiceContext context(Caller caller, Grant grant, PhiState state, Arrival arrival) {
		String purpose = caller.purpose();
		return new ServiceContext(arrival.requestId(), caller.subject(), grant.roles(), caller.team(),
				caller.application(), caller.keyId(), (purpose != null) ? purpose : this.properties.defaultPurpose(),
				state, "none", arrival.requestId())
			.withNetwork(arrival.network())
			.withSignIn(caller.signIn());
	}

	private static Mono<JsonNode> routing(ModelAnswer answer) {
		return answer.whole(MAX_ANSWER).map((body) -> {
			if (!answer.ok()) {
				throw new GatewayProblem.PassedOn("invalid_simulation", answer.status(), body).asException();
			}
			return JSON.readTree(body);
		});
	}

}
