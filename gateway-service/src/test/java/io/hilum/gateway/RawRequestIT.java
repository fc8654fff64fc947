package io.hilum.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.hilum.gateway.harness.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that no HTTP client would send: one request never becomes two, and what is
 * malformed is refused.
 */
class RawRequestIT {

	private static final String SMUGGLED = "GET /v1/usage/smuggled HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n";

	private final RunningGateway gateway = RunningGateway.shared();

	private final String token = this.gateway.issuer.token("amelia", "Clinician");

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
			"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "Content-Length: 5\r\nContent-Length: 6\r\n",
			"Content-Length: +5\r\n", "Content-Length: -5\r\n", "Content-Length: 5, 5\r\n",
			"Transfer-Encoding: chunked, identity\r\n", "Transfer-Encoding : chunked\r\n", "Content-Length : 5\r\n",
			"Transfer-Encoding: xchunked\r\n", "Content-Length: 0x5\r\n" })
	void makesNoSecondRequestOutOfABody(String headers) throws IOException {
		String answer = send("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
				+ "Authorization: Bearer " + this.token + "\r\n" + headers + "\r\n0\r\n\r\n"
				+ SMUGGLED.formatted(this.token));
		assertThat(this.gateway.usage.received()).as(answer).isEmpty();
		assertThat(statusLines(answer)).isLessThanOrEqualTo(1);
		assertThat(answer).doesNotContain("HTTP/1.1 2", "HTTP/1.1 5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /v1/models HTTP/1.1\nHost: x\n X: y\n\n",
			"GET /v1/models\u0000 HTTP/1.1\r\nHost: x\r\n\r\n", "GET /v1/models HTTP/9.9\r\nHost: x\r\n\r\n",
			"GET\t/v1/models HTTP/1.1\r\n\r\n\r\n", "GET http://169.254.169.254/v1/models HTTP/1.1\r\nHost: x\r\n\r\n",
			"GET /actuator/../v1/models HTTP/1.1\r\nHost: x\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
			"GET * HTTP/1.1\r\nHost: x\r\n\r\n",
			"GET /v1/models HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n" })
	void letsNobodyInByAMalformedRequest(String request) throws IOException {
		String answer = send(request);
		assertThat(answer).doesNotContain("HTTP/1.1 2", "HTTP/1.1 1", "HTTP/1.1 5", "Exception");
		assertThat(this.gateway.routing.received()).isEmpty();
	}

	@Test
	void boundsHeaders() throws IOException {
		assertThat(answered("GET /v1/models HTTP/1.1\r\nHost: x\r\nX-A: " + "a".repeat(100_000) + "\r\n\r\n"))
			.matches("(?s)HTTP/1.1 4(00|13|31).*");
		assertThat(answered("GET /v1/" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
			.matches("(?s)HTTP/1.1 4(00|14).*");
	}

	@Test
	void waitsNotForEverForABody() throws IOException {
		long started = System.nanoTime();
		String answer = send(
				"POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
						+ this.token + "\r\nContent-Length: 100\r\n\r\n{",
				Duration.ofSeconds(90));
		assertThat(answer).doesNotContain("HTTP/1.1 2");
		assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(45));
	}

	/**
	 * An answer to a request that is not read to its end may be lost when the connection
	 * is closed.
	 */
	private String answered(String request) throws IOException {
		String answer = send(request, Duration.ofSeconds(60));
		for (int more = 0; more < 10 && answer.equals("closed"); more++) {
			answer = send(request, Duration.ofSeconds(60));
		}
		return answer;
	}

	private static int statusLines(String answer) {
		return answer.split("HTTP/1\\.1 ", -1).length - 1;
	}

	private String send(String request) throws IOException {
		return send(request, Duration.ofSeconds(3));
	}

	private String send(String request, Duration patience) throws IOException {
		URI uri = this.gateway.uri("/");
		StringBuilder answer = new StringBuilder();
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
			socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			InputStream in = socket.getInputStream();
			byte[] buffer = new byte[8192];
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				answer.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
				socket.setSoTimeout(700);
			}
		}
		catch (SocketTimeoutException ex) {
			return answer.toString();
		}
		catch (IOException ex) {
			return answer + "closed";
		}
		return answer.toString();
	}

}
