package io.hilum.gateway.arrival;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.hilum.gateway.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Network}, {@link ClientAddress}, {@link HeaderHygiene} and
 * {@link PathRules}.
 */
class ArrivalTests {

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/8,10.255.1.2,true", "10.0.0.0/8,11.0.0.1,false", "192.168.1.128/25,192.168.1.127,false",
			"192.168.1.128/25,192.168.1.128,true", "0.0.0.0/0,8.8.8.8,true", "0.0.0.0/0,::1,false",
			"127.0.0.1,127.0.0.1,true", "127.0.0.1,127.0.0.2,false", "2001:db8::/33,2001:db8:7fff::1,true",
			"2001:db8::/33,2001:db8:8000::1,false", "10.0.0.0/8,::ffff:10.1.1.1,true" })
	void containsAddressesOfItsPrefix(String network, String address, boolean contained) {
		assertThat(Network.parse(network).contains(InetAddress.ofLiteral(address))).isEqualTo(contained);
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.0/33", "10.0.0.0/-1", "hospital.example/8", "10.0.0.0/8/8", "10.0.0.0/x", "" })
	void refusesWhatIsNoNetwork(String network) {
		assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(network));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "203.0.113.9|10.1.1.1|203.0.113.9", "10.0.0.1|198.51.100.7|198.51.100.7",
					"10.0.0.1|1.1.1.1, 198.51.100.7, 10.0.0.2|198.51.100.7", "10.0.0.1|10.0.0.3|10.0.0.3",
					"10.0.0.1||10.0.0.1", "10.0.0.1|198.51.100.7:49152|198.51.100.7",
					"10.0.0.1|[2001:db8::7]:443|2001:db8:0:0:0:0:0:7", "10.0.0.1|[2001:db8::7]|2001:db8:0:0:0:0:0:7",
					"10.0.0.1|2001:db8::7|2001:db8:0:0:0:0:0:7", "10.0.0.1|198.51.100.7:1, 10.0.0.2:2|198.51.100.7" })
	void believesOnlyTrustedProxies(String remote, String forwarded, String client) {
		HttpHeaders headers = new HttpHeaders();
		if (forwarded != null) {
			headers.add("X-Forwarded-For", forwarded);
		}
		ClientAddress address = new ClientAddress(List.of(Network.parse("10.0.0.0/24")));
		assertThat(address.of(new InetSocketAddress(InetAddress.ofLiteral(remote), 1), headers).getHostAddress())
			.isEqualTo(client);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "garbage", "unknown", "_hidden", "198.51.100.7, garbage", "198.51.100.7, garbage, 10.0.0.2",
					"198.51.100.7,", "198.51.100.7:x", "198.51.100.7:1:2", "[::1", "10.0.0.999", "localhost" })
	void takesAClientThatItsProxyCannotNameToBeNowhere(String forwarded) {
		HttpHeaders headers = new HttpHeaders();
		headers.add("X-Forwarded-For", forwarded);
		InetAddress found = new ClientAddress(List.of(Network.parse("10.0.0.0/24")))
			.of(new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 1), headers);
		assertThat(found).isEqualTo(ClientAddress.NOWHERE);
		assertThat(Network.parse("10.0.0.0/8").contains(found)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Hilum-Context", "HILUM_CONTEXT", "hilum-phi-counts", "X-User", "X-User-Id",
			"x_user_roles", "X-Forwarded-For", "X_Forwarded_Host", "X-Forwarded-Prefix", "Forwarded", "X-Real-IP",
			"X_REAL_IP", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "X-Tenant", "X-Roles",
			"x-upstream-url", "x-portkey-custom-host", "X-MS-CLIENT-PRINCIPAL-ID", "Proxy" })
	void knowsHeadersThatOnlyTheGatewayMayWrite(String name) {
		assertThat(HeaderHygiene.isUnwanted(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "authorization", "api-key", "content-type", "accept", "traceparent", "x-stainless-lang",
			"openai-organization", "user-agent" })
	void leavesTheHeadersOfClientsAlone(String name) {
		assertThat(HeaderHygiene.isUnwanted(name)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/v1/models", "/v1/models/openai%2Fgpt-4o",
			"/v1/budgets/user:https%3A%2F%2Flogin.example%7Camelia", "/v1/collections/a/documents/b%20c.pdf",
			"/v1/collections/a/documents/caf%C3%A9.pdf", "/v1/chat/%63ompletions", "/.well-known/x" })
	void takesPlainPaths(String path) {
		assertThat(PathRules.isPlain(path)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "v1", "//v1", "/v1//me", "/v1/./me", "/v1/../me", "/v1/..", "/v1/%2e%2e/me",
			"/v1/%2E/me", "/v1/chat%2fcompletions", "/v1/me%252f", "/v1/me%00", "/v1/me;a=b", "/v1\\me", "/v1/me%5c",
			"/v1/me%3b", "/v1/mé", "/v1/%c0%ae", "/v1/%ff", "/v1/%e2%82", "/v1/%", "/v1/%2", "/v1/%zz", "/v1/me%0d%0a",
			"/actuator;/env", "/v1/models/../me", "/v1/budgets/..%2fkeys", "/v1/models/a%2F..%2Fb", "/v1/keys/a%2fb" })
	void refusesPathsWithMoreThanOneMeaning(String path) {
		assertThat(PathRules.isPlain(path)).isFalse();
	}

	@Test
	void printsItselfAsCidr() {
		assertThat(Network.parse("10.0.0.0/8")).hasToString("10.0.0.0/8");
	}

	@ParameterizedTest
	@CsvSource({ "30,30000", "0.25,250", " 1.5 ,1500", "1e9,86400000" })
	void readsHowLongAClientWaits(String header, long millis) {
		assertThat(Patience.parse(header)).isEqualTo(Duration.ofMillis(millis));
		assertThat(Patience.parse(null)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "-1", "0.0001", "soon", "NaN", "1e999999999999", "1e-999999999" })
	void refusesWhatIsNoTime(String header) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Patience.parse(header));
	}

	@Test
	void readsNamesOfBetasAndNothingElse() {
		assertThat(Betas.parse(null)).isEmpty();
		assertThat(Betas.parse(List.of("context-1m-2025-08-07, a.b ,context-1m-2025-08-07", "c")))
			.containsExactly("context-1m-2025-08-07", "a.b", "c");
		assertThat(Betas.parse(List.of("", ",,", "Irma Peter", "x\ty", "ä", "-a", "A", "a".repeat(65)))).isEmpty();
		String many = IntStream.range(0, 50).mapToObj((i) -> "b" + i).collect(Collectors.joining(","));
		assertThat(Betas.parse(List.of(many, many))).hasSize(20).endsWith("b19");
	}

	@Test
	void readsWhatARequestIsCalledAndNothingElse() {
		HttpHeaders headers = new HttpHeaders();
		assertThat(IdempotencyKeys.parse(headers)).isNull();
		headers.set("Idempotency-Key", "8e03978e-40d5-43dd-bc93-6894a57f9324");
		assertThat(IdempotencyKeys.parse(headers)).isEqualTo("8e03978e-40d5-43dd-bc93-6894a57f9324");
		headers.add("Idempotency-Key", "another");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> IdempotencyKeys.parse(headers));
		for (String odd : List.of("", "a b", "ä", "a\tb", "a".repeat(256))) {
			headers.set("Idempotency-Key", odd);
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> IdempotencyKeys.parse(headers));
		}
	}

	@Test
	void knowsHowMuchLongerAClientWaits() {
		InetAddress address = InetAddress.getLoopbackAddress();
		long now = System.nanoTime();
		assertThat(new Arrival("r", address, now).left()).isNull();
		assertThat(new Arrival("r", address, now, Instant.EPOCH, Duration.ofMinutes(1), null, List.of(), null).left())
			.isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
		assertThat(new Arrival("r", address, now - 2_000_000_000L, Instant.EPOCH, Duration.ofSeconds(1), null,
				List.of(), null)
			.left()).isEqualTo(Duration.ofMillis(1));
	}

}
