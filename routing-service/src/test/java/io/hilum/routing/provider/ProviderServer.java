package io.hilum.routing.provider;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.provider.http.HttpProviderProperties;
import io.hilum.routing.provider.http.HttpProviders;
import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * A server on this machine that notes what it is asked and answers what it is told to, in
 * parts of seven bytes; and the factory of the adapter that is tested against it.
 */
public final class ProviderServer implements AutoCloseable {

	/** The type of server-sent events. */
	public static final String EVENTS = "text/event-stream; charset=utf-8";

	/** The type of documents. */
	public static final String JSON = "application/json";

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final AtomicReference<HttpHeaders> head = new AtomicReference<>();

	private final DisposableServer server;

	private volatile Answer answer = new Answer(200, JSON, new byte[0], List.of());

	/**
	 * Start the server.
	 * @param components the factory and what it needs
	 */
	public ProviderServer(Class<?>... components) {
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
		this.context.registerBean(Clock.class, Clock::systemUTC);
		this.context.registerBean(ReactorResourceFactory.class, ProviderServer::ownResources);
		this.context.register(HttpProviders.class, Properties.class);
		this.context.register(components);
		this.context.refresh();
	}

	private static ReactorResourceFactory ownResources() {
		ReactorResourceFactory resources = new ReactorResourceFactory();
		resources.setUseGlobalResources(false);
		resources.setShutdownQuietPeriod(Duration.ZERO);
		return resources;
	}

	private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asString().flatMap((body) -> {
			this.head.set(request.requestHeaders());
			this.requests.add(request.uri() + " " + body);
			Answer told = this.answer;
			response.status(told.status()).header("content-type", told.type());
			for (int i = 0; i < told.headers().size(); i += 2) {
				response.header(told.headers().get(i), told.headers().get(i + 1));
			}
			return response.sendByteArray(Flux.fromIterable(cut(told.body()))).then();
		});
	}

	/**
	 * Cut a body as networks do, only finer.
	 * @param bytes the body
	 * @return parts of seven bytes
	 */
	public static List<byte[]> cut(byte[] bytes) {
		List<byte[]> parts = new ArrayList<>();
		for (int at = 0; at < bytes.length; at += 7) {
			parts.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 7)));
		}
		return parts;
	}

	/**
	 * Answer with success from now on.
	 * @param type the type of the body
	 * @param body the body
	 */
	public void answer(String type, String body) {
		answer(type, body.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Answer with success from now on.
	 * @param type the type of the body
	 * @param body the body
	 */
	public void answer(String type, byte[] body) {
		this.answer = new Answer(200, type, body, List.of());
	}

	/**
	 * Refuse from now on.
	 * @param status the status
	 * @param body a document
	 * @param headers names and values
	 */
	public void refuse(int status, String body, String... headers) {
		this.answer = new Answer(status, JSON, body.getBytes(StandardCharsets.UTF_8), List.of(headers));
	}

	/**
	 * What was asked.
	 * @return path and body of each request, with a space between
	 */
	public List<String> requests() {
		return this.requests;
	}

	/**
	 * The headers of the last request.
	 * @return the headers
	 */
	public HttpHeaders head() {
		return Objects.requireNonNull(this.head.get(), "no request");
	}

	/**
	 * Where the server is.
	 * @return its address, without a path
	 */
	public URI uri() {
		return URI.create("http://127.0.0.1:" + this.server.port());
	}

	/**
	 * Call a provider.
	 * @param definition the provider
	 * @param call the call
	 * @return the answer in the client's dialect
	 */
	public String call(ProviderDefinition definition, ProviderCall call) {
		return this.context.getBean(ProviderFactory.class)
			.create(definition)
			.call(call)
			.collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
			.map((all) -> all.toString(StandardCharsets.UTF_8))
			.blockOptional(Duration.ofSeconds(60))
			.orElse("");
	}

	@Override
	public void close() {
		this.context.close();
		this.server.disposeNow();
	}

	private record Answer(int status, String type, byte[] body, List<String> headers) {

	}

	@EnableConfigurationProperties(HttpProviderProperties.class)
	private static final class Properties {

	}

}
