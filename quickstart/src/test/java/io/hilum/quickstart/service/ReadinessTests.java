package io.hilum.quickstart.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import io.hilum.parts.PartException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Readiness}.
 */
class ReadinessTests {

	private final AtomicInteger asked = new AtomicInteger();

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/actuator/health/readiness", (exchange) -> {
			exchange.sendResponseHeaders((this.asked.incrementAndGet() < 3) ? 503 : 200, -1);
			exchange.close();
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void asksUntilTheServiceIsReady() {
		Readiness.await("a-service", this.server.getAddress().getPort(), Duration.ofSeconds(60));
		assertThat(this.asked).hasValue(3);
	}

	@Test
	void namesTheServiceThatIsNotReady() {
		assertThatExceptionOfType(PartException.class)
			.isThrownBy(() -> Readiness.await("a-service", this.server.getAddress().getPort(), Duration.ZERO))
			.withMessageStartingWith("a-service listens but was not ready within 0 s");
	}

}
