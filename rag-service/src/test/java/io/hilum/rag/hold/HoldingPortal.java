package io.hilum.rag.hold;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.hilum.architecture.contract.OpenApi;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextVerifier;
import io.hilum.trust.context.ServiceContext;
import io.netty.handler.codec.http.QueryStringDecoder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A portal-service that only knows what is held. Its answers are those of the contract.
 */
public final class HoldingPortal implements AutoCloseable {

	/**
	 * The key that rag-service shares with it, in Base64.
	 */
	public static final String KEY = ContextKey.derive(Base64.getEncoder().encodeToString(new byte[32]), "rag-service",
			"portal-service");

	private static final OpenApi CONTRACT = OpenApi.of("portal-v1");

	private final LoopResources loops = LoopResources.create("portal", 1, true);

	private final Set<String> held = ConcurrentHashMap.newKeySet();

	private volatile int status = 200;

	private volatile Duration delay = Duration.ZERO;

	private final DisposableServer server = HttpServer.create()
		.port(0)
		.runOn(this.loops)
		.route((routes) -> routes.get("/v1/portal/held", this::answer))
		.bindNow();

	/**
	 * The portal that running services of tests share, in which nothing is held but what
	 * a test says.
	 * @return the portal, which nobody closes
	 */
	public static HoldingPortal shared() {
		return Shared.PORTAL;
	}

	/**
	 * Where it is.
	 * @return a URL
	 */
	public String url() {
		return "http://localhost:" + this.server.port();
	}

	/**
	 * Hold a conversation.
	 * @param person whose it is
	 * @param conversation its id
	 */
	public void hold(String person, String conversation) {
		this.held.add(person + " " + conversation);
	}

	/**
	 * Lift the hold.
	 * @param person whose it is
	 * @param conversation its id
	 */
	public void lift(String person, String conversation) {
		this.held.remove(person + " " + conversation);
	}

	/**
	 * Answer otherwise.
	 * @param newStatus with which status
	 * @param newDelay after how long
	 */
	public void fail(int newStatus, Duration newDelay) {
		this.status = newStatus;
		this.delay = newDelay;
	}

	private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		ServiceContext caller = new ContextVerifier("portal-service", Map.of("rag-service", ContextKey.parse(KEY)),
				Clock.systemUTC())
			.verify(request.requestHeaders().get(ServiceContext.HEADER));
		String conversation = new QueryStringDecoder(request.uri()).parameters()
			.getOrDefault("conversation", List.of(""))
			.getFirst();
		String body = """
				{"object":"held","conversation":"%s","held":%s}""".formatted(conversation,
				this.held.contains(caller.subject() + " " + conversation));
		assertThat(CONTRACT.errors("GET", "/v1/portal/held", 200, body)).isEmpty();
		return Mono.delay(this.delay)
			.then(response.status(this.status)
				.header("content-type", "application/json")
				.sendByteArray(Mono.just(body.getBytes(StandardCharsets.UTF_8)))
				.then());
	}

	@Override
	public void close() {
		this.server.disposeNow();
		this.loops.dispose();
	}

	/**
	 * Starts the shared portal when somebody needs it.
	 */
	private static final class Shared {

		static final HoldingPortal PORTAL = new HoldingPortal();

	}

}
