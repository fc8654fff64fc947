package io.hilum.routing.provider.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.client.ReactorResourceFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The client of a provider, and of whoever gives it tokens, speaks to nobody but the one
 * whom a trusted authority has given the name that is called.
 */
class ProviderTlsTests {

	private static final String PASSWORD = "changeit";

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final ReactorResourceFactory RESOURCES = new ReactorResourceFactory();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path home;

	@SuppressWarnings("NullAway.Init")
	private static KeyStore ours;

	@SuppressWarnings("NullAway.Init")
	private static KeyStore another;

	@SuppressWarnings("NullAway.Init")
	private static HttpClient client;

	@BeforeAll
	static void start() throws IOException, InterruptedException, GeneralSecurityException {
		ours = keys("ours", "localhost");
		another = keys("another", "provider.example");
		RESOURCES.setUseGlobalResources(false);
		RESOURCES.start();
		HttpProviderProperties patient = new Binder(new MapConfigurationPropertySource(
				Map.of("hilum.provider.http.connect-timeout", "60s", "hilum.provider.http.acquire-timeout", "60s")))
			.bindOrCreate("hilum.provider.http", HttpProviderProperties.class);
		client = new HttpProviders(patient, RESOURCES, Clock.systemUTC()).client("tls");
	}

	@AfterAll
	static void stop() {
		RESOURCES.stop();
	}

	@Test
	void refusesACertificateOfAnAuthorityThatNobodyTrusts() {
		call(ours, (untouched) -> untouched).expectError(SSLException.class).verify(PATIENCE);
	}

	@Test
	void refusesACertificateOfAnotherAuthorityThanTheTrustedOne() {
		call(ours, trusting(another)).expectError(SSLException.class).verify(PATIENCE);
	}

	@Test
	void refusesATrustedCertificateOfAnotherHost() {
		call(another, trusting(another)).expectError(SSLException.class).verify(PATIENCE);
	}

	@Test
	void speaksToTheHostThatATrustedAuthorityNames() {
		call(ours, trusting(ours)).expectNext(204).expectComplete().verify(PATIENCE);
	}

	private static StepVerifier.FirstStep<Integer> call(KeyStore server, UnaryOperator<HttpClient> change) {
		Mono<Integer> status = Mono.using(() -> running(server),
				(running) -> change.apply(client)
					.get()
					.uri("https://localhost:" + running.port() + "/")
					.responseSingle((response, body) -> Mono.just(response.status().code())),
				DisposableServer::dispose);
		return StepVerifier.create(status);
	}

	private static DisposableServer running(KeyStore keys) throws GeneralSecurityException, SSLException {
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(keys, PASSWORD.toCharArray());
		SslContext context = SslContextBuilder.forServer(managers).build();
		return HttpServer.create()
			.host("localhost")
			.port(0)
			.secure((tls) -> tls.sslContext(context))
			.handle((request, response) -> response.status(204).send())
			.bindNow(PATIENCE);
	}

	private static UnaryOperator<HttpClient> trusting(KeyStore authority) {
		return (untouched) -> untouched.secure((tls) -> tls.sslContext(trust(authority)));
	}

	private static SslContext trust(KeyStore authority) {
		try {
			X509Certificate certificate = (X509Certificate) Objects.requireNonNull(authority.getCertificate("key"));
			return SslContextBuilder.forClient().trustManager(certificate).build();
		}
		catch (GeneralSecurityException | SSLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A key whose certificate it has signed itself.
	 */
	private static KeyStore keys(String name, String host)
			throws IOException, InterruptedException, GeneralSecurityException {
		Path file = home.resolve(name + ".p12");
		Process keytool = new ProcessBuilder(List.of(
				Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "key",
				"-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + host, "-ext", "san=dns:" + host,
				"-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD))
			.redirectErrorStream(true)
			.redirectOutput(home.resolve(name + ".log").toFile())
			.start();
		assertThat(keytool.waitFor()).as(name).isZero();
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream stored = Files.newInputStream(file)) {
			keys.load(stored, PASSWORD.toCharArray());
		}
		return keys;
	}

}
