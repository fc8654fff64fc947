package io.hilum.gateway.harness;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.hilum.gateway.harness.ScriptedService.Received;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;

/**
 * A step of a run, as agent-service sends it back to the gateway or as somebody else
 * would.
 */
public final class AgentStep {

	/**
	 * The key by which agent-service signs.
	 */
	public static final String KEY = ContextKey.derive(RunningGateway.contextKey("AGENT"), "agent-service",
			"gateway-service");

	private AgentStep() {
	}

	/**
	 * A genuine step.
	 * @param gateway where to
	 * @param run what agent-service was asked
	 * @param path the path
	 * @param body the body
	 * @return the request
	 */
	public static HttpRequest of(RunningGateway gateway, Received run, String path, String body) {
		return of(gateway.uri(path), "Hilum-Run " + run.headers().get("hilum-delegation"),
				signed(gateway.contextFor("agent-service", run).requestId(), KEY), body);
	}

	/**
	 * A step with any credentials.
	 * @param uri where to
	 * @param credential what it is authorized by
	 * @param context the context
	 * @param body the body
	 * @return the request
	 */
	public static HttpRequest of(URI uri, String credential, String context, String body) {
		return HttpRequest.newBuilder(uri)
			.timeout(Duration.ofSeconds(90))
			.header("authorization", credential)
			.header("Hilum-Context", context)
			.header("content-type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
	}

	/**
	 * A context that claims to be somebody else's.
	 * @param run the id of the run
	 * @param key by which it is signed, in Base64
	 * @return the context
	 */
	public static String signed(String run, String key) {
		ServiceContext context = new ServiceContext(run, "iss|mallory", List.of("Admin"), "t", null, null, "p",
				PhiState.RAW, "none", "c");
		return new ContextSigner("agent-service", Map.of("gateway-service", ContextKey.parse(key)), Clock.systemUTC())
			.sign(context, "gateway-service");
	}

}
