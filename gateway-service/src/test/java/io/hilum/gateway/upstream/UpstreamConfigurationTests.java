package io.hilum.gateway.upstream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.netty.channel.ChannelOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UpstreamConfiguration}: what becomes of a call when the network or the
 * other machine fails.
 */
class UpstreamConfigurationTests {

	private static final int MORE_THAN_BUFFERS_HOLD = 16 * 1024 * 1024;

	private static final ContextSigner SIGNER = new ContextSigner("gateway-service",
			Map.of(Services.ROUTING, ContextKey.parse(Base64.getEncoder().encodeToString(new byte[32]))),
			Clock.systemUTC());

	private final ReactorResourceFactory resources = new ReactorResourceFactory();

	@BeforeEach
	void start() {
		this.resources.setUseGlobalResources(false);
		this.resources.start();
	}

	@AfterEach
	void stop() {
		this.resources.stop();
	}

	@Test
	void sendsNothingTwiceThatRoutingServiceMayHaveHeard() {
		AtomicInteger heard = new AtomicInteger();
		DisposableServer dying = HttpServer.create().host("localhost").port(0).handle((request, response) -> {
			if (heard.incrementAndGet() == 1) {
				return response.send();
			}
			return request.receive().then(Mono.fromRunnable(() -> response.withConnection((connection) -> {
				connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
				connection.dispose();
			})));
		}).bindNow();
		try {
			StepVerifier.create(post(dying.port(), new byte[10])).expectComplete().verify(Duration.ofMinutes(2));
			StepVerifier.create(post(dying.port(), new byte[10]))
				.expectError(WebClientRequestException.class)
				.verify(Duration.ofMinutes(2));
			assertThat(heard).hasValue(2);
		}
		finally {
			dying.disposeNow();
		}
	}

	/**
	 * The silence that is allowed to an answer begins when the request is sent.
	 */
	@Test
	void doesNotWaitForEverForAMachineThatTakesNothing() throws IOException {
		try (ServerSocket deaf = new ServerSocket()) {
			deaf.setReceiveBufferSize(4096);
			deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			StepVerifier.create(post(deaf.getLocalPort(), new byte[MORE_THAN_BUFFERS_HOLD]))
				.expectError(WebClientRequestException.class)
				.verify(Duration.ofMinutes(2));
		}
	}

	private Mono<Void> post(int port, byte[] body) {
		UpstreamProperties.Service service = new UpstreamProperties.Service(URI.create("http://localhost:" + port),
				Duration.ofSeconds(20), Duration.ofMinutes(5), Duration.ofSeconds(1), 1, 1, Duration.ofSeconds(30),
				Duration.ofSeconds(30), DataSize.ofMegabytes(1));
		ServiceContext context = new ServiceContext("req_1", "idp|amelia", List.of("Clinician"), "team", null, null,
				"treatment", PhiState.NONE, "none", "c1");
		return UpstreamConfiguration.calls(Services.ROUTING, service, WebClient.builder(), SIGNER, this.resources)
			.call(HttpMethod.POST, "/v1/chat/completions", context)
			.bodyValue(body)
			.retrieve()
			.toBodilessEntity()
			.then();
	}

}
