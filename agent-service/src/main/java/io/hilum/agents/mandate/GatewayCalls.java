package io.hilum.agents.mandate;

import java.util.Map;
import java.util.TreeMap;

import io.hilum.agents.problem.AgentProblem;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.ServiceContext;
import io.netty.channel.ChannelOption;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Asks the gateway as a step of a run: with its delegation, and a context that this
 * service signed. Cancelling a call closes its connection. Nothing is asked twice.
 */
@Component
public class GatewayCalls {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String GATEWAY = "gateway-service";

	private final WebClient client;

	private final ContextSigner signer;

	GatewayCalls(GatewayProperties properties, WebClient.Builder builder, ContextSigner signer,
			ReactorResourceFactory resources) {
		ConnectionProvider pool = ConnectionProvider.builder(GATEWAY)
			.maxConnections(properties.maxConnections())
			.pendingAcquireMaxCount(properties.maxWaiting())
			.pendingAcquireTimeout(properties.maxWait())
			.build();
		HttpClient http = HttpClient.create(pool)
			.runOn(resources.getLoopResources())
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(properties.connectTimeout().toMillis()))
			.responseTimeout(properties.timeout())
			.disableRetry(true);
		this.client = builder.clone()
			.clientConnector(new ReactorClientHttpConnector(http))
			.baseUrl(properties.url().toString())
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(Math.toIntExact(properties.maxBody().toBytes())))
			.build();
		this.signer = signer;
	}

	/**
	 * Ask the gateway.
	 * @param mandate on whose behalf
	 * @param path what
	 * @param body the request
	 * @return the answer if it is one; a refusal is an {@link AgentProblem}
	 */
	public Mono<Answer> post(Mandate mandate, String path, JsonNode body) {
		return this.client.post()
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, "Hilum-Run " + mandate.delegation())
			.header(ServiceContext.HEADER, this.signer.sign(mandate.context(), GATEWAY))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(JSON.writeValueAsBytes(body))
			.exchangeToMono((response) -> response.toEntity(byte[].class))
			.map(GatewayCalls::answer)
			.onErrorMap((ex) -> !(ex instanceof AgentProblem), (ex) -> unavailable());
	}

	private static Answer answer(ResponseEntity<byte[]> response) {
		byte[] body = response.getBody();
		JsonNode json = read((body != null) ? body : new byte[0]);
		if (!response.getStatusCode().is2xxSuccessful()) {
			JsonNode error = json.path("error");
			throw AgentProblem.passedOn(response.getStatusCode().value(), error.path("type").asString("server_error"),
					error.path("code").asString("step_refused"), error.path("message").asString("A step was refused"),
					retrying(response.getHeaders()));
		}
		return new Answer(json, response.getHeaders().getFirst("hilum-cost-usd"));
	}

	private static Map<String, String> retrying(HttpHeaders headers) {
		Map<String, String> all = new TreeMap<>();
		for (String name : new String[] { "retry-after", "retry-after-ms", "x-should-retry" }) {
			String value = headers.getFirst(name);
			if (value != null) {
				all.put(name, value);
			}
		}
		return all;
	}

	private static JsonNode read(byte[] body) {
		try {
			return JSON.readTree(body);
		}
		catch (JacksonException ex) {
			throw unavailable();
		}
	}

	private static AgentProblem unavailable() {
		return AgentProblem.unavailable("The gateway did not answer a step of the run. Ask again");
	}

}
