package io.hilum.trust.door.netty;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LostPeers}.
 */
class LostPeersTests {

	private static final int MORE_THAN_BUFFERS_HOLD = 16 * 1024 * 1024;

	private static final List<ChannelOption<?>> WATCHED = List.of(ChannelOption.SO_KEEPALIVE,
			EpollChannelOption.TCP_KEEPIDLE, EpollChannelOption.TCP_KEEPINTVL, EpollChannelOption.TCP_KEEPCNT,
			EpollChannelOption.TCP_USER_TIMEOUT);

	/**
	 * A timeout of reading would not begin before all is written.
	 */
	@Test
	void endsARequestThatNobodyTakes() throws IOException {
		try (ServerSocket deaf = new ServerSocket()) {
			deaf.setReceiveBufferSize(4096);
			deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			HttpClient client = LostPeers
				.in(HttpClient.newConnection().responseTimeout(Duration.ofSeconds(1)), Duration.ofSeconds(1))
				.disableRetry(true);
			StepVerifier
				.create(client.post()
					.uri("http://localhost:" + deaf.getLocalPort() + "/")
					.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(new byte[MORE_THAN_BUFFERS_HOLD])))
					.response())
				.expectError(IOException.class)
				.verify(Duration.ofMinutes(2));
		}
	}

	@Test
	void leavesAServerAloneThatTakesARequestAndThinks() {
		DisposableServer slow = HttpServer.create()
			.host("localhost")
			.port(0)
			.handle((request, response) -> request.receive()
				.then(Mono.delay(Duration.ofSeconds(3)))
				.then(response.sendString(Mono.just("done")).then()))
			.bindNow();
		try {
			HttpClient client = LostPeers.in(HttpClient.newConnection(), Duration.ofSeconds(1));
			StepVerifier
				.create(client.post()
					.uri("http://localhost:" + slow.port() + "/")
					.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(new byte[MORE_THAN_BUFFERS_HOLD])))
					.responseContent()
					.aggregate()
					.asString())
				.expectNext("done")
				.expectComplete()
				.verify(Duration.ofMinutes(2));
		}
		finally {
			slow.disposeNow();
		}
	}

	@Test
	void asksTheNetworkWhetherTheServerIsThere() {
		DisposableServer server = HttpServer.create()
			.host("localhost")
			.port(0)
			.handle((request, response) -> response.send())
			.bindNow();
		try {
			Map<ChannelOption<?>, String> options = new ConcurrentHashMap<>();
			HttpClient client = LostPeers.in(HttpClient.newConnection(), Duration.ofSeconds(18))
				.doOnConnected((connection) -> WATCHED.forEach((option) -> options.put(option,
						String.valueOf(connection.channel().config().getOption(option)))));
			StepVerifier.create(client.get().uri("http://localhost:" + server.port() + "/").response().then())
				.expectComplete()
				.verify(Duration.ofMinutes(2));
			assertThat(options).containsEntry(ChannelOption.SO_KEEPALIVE, "true");
			if (Epoll.isAvailable()) {
				assertThat(options).containsEntry(EpollChannelOption.TCP_KEEPIDLE, "9")
					.containsEntry(EpollChannelOption.TCP_KEEPINTVL, "3")
					.containsEntry(EpollChannelOption.TCP_KEEPCNT, "3")
					.containsEntry(EpollChannelOption.TCP_USER_TIMEOUT, "18000");
			}
		}
		finally {
			server.disposeNow();
		}
	}

}
