package io.hilum.routing.provider.http;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;

import io.hilum.dialects.messages.TokenEstimate;
import io.hilum.routing.answer.ErrorObject;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.Exchange;
import io.hilum.routing.provider.Provider;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.provider.StoredCall;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.timeout.ReadTimeoutException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Calls a provider over HTTP. Where it speaks the client's dialect, bytes go on as they
 * come.
 */
public final class HttpProvider implements Provider {

	/** OpenAI and those who speak its dialect keep it in their logs. */
	private static final String CLIENT_REQUEST_ID = "X-Client-Request-Id";

	private static final Flux<byte[]> SILENT = Flux
		.defer(() -> Flux.error(ProviderFailure.of(ProviderFailure.Kind.TIMEOUT)));

	private static final byte[] NO_BODY = new byte[0];

	private final HttpClient client;

	private final HttpDialect dialect;

	private final HttpProviderProperties properties;

	private final Clock clock;

	HttpProvider(HttpClient client, HttpDialect dialect, HttpProviderProperties properties, Clock clock) {
		this.client = client
			.headers((headers) -> headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON));
		this.dialect = dialect;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public Flux<byte[]> call(ProviderCall call) {
		if (call.endpoint() == Endpoint.COUNT_TOKENS && !this.dialect.speaks(Endpoint.COUNT_TOKENS, call.model())) {
			return Flux.defer(() -> Flux.just(TokenEstimate.of(call.body())));
		}
		int maxEvent = Math.toIntExact(this.properties.maxAnswer().toBytes());
		Flux<byte[]> answer = Flux.defer(() -> send(Exchange.begin(call, this.dialect, maxEvent, this.clock)))
			.onErrorMap(HttpProvider::failure);
		return (call.endpoint() == Endpoint.COUNT_TOKENS)
				? answer.onErrorResume(this::cannotCount, (uncounted) -> Flux.just(TokenEstimate.of(call.body())))
				: answer;
	}

	private boolean cannotCount(Throwable failure) {
		return failure instanceof ProviderFailure told && told.kind() == ProviderFailure.Kind.ANSWERED
				&& this.dialect.cannotCount(told);
	}

	@Override
	public Mono<byte[]> stored(StoredCall call) {
		String uri = this.dialect.uri(call);
		return (uri != null)
				? Mono.defer(() -> ask(uri, call, this::keptWhole).single()).onErrorMap(HttpProvider::failure)
				: Provider.super.stored(call);
	}

	@Override
	public Flux<byte[]> storedStream(StoredCall call) {
		String uri = this.dialect.uri(call);
		return (uri != null) ? Flux.defer(() -> ask(uri, call, this::keptEvents)).onErrorMap(HttpProvider::failure)
				: Provider.super.storedStream(call);
	}

	private Flux<byte[]> ask(String uri, StoredCall call,
			BiFunction<HttpClientResponse, ByteBufFlux, Publisher<byte[]>> read) {
		return this.dialect.login(uri, NO_BODY)
			.flatMapMany((login) -> this.client
				.headers((headers) -> login.forEach(headers.remove(HttpHeaderNames.CONTENT_TYPE)::set))
				.request(HttpMethod.valueOf(call.action().method()))
				.uri(uri)
				.response((response, content) -> isSuccess(response) ? read.apply(response, content)
						: refused(response, content)));
	}

	private static boolean isSuccess(HttpClientResponse response) {
		return response.status().code() >= 200 && response.status().code() <= 299;
	}

	private Mono<byte[]> refused(HttpClientResponse response, ByteBufFlux content) {
		return whole(content, this.properties.maxError().toBytes(), true).flatMap((body) -> Mono.error(ProviderFailure
			.answered(response.status().code(), body, RetryAfter.of(response.responseHeaders(), this.clock))));
	}

	private Publisher<byte[]> keptWhole(HttpClientResponse response, ByteBufFlux content) {
		return whole(content, this.properties.maxAnswer().toBytes(), false);
	}

	private Publisher<byte[]> keptEvents(HttpClientResponse response, ByteBufFlux content) {
		String type = response.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE, "");
		return isOf(type, this.dialect.streamType())
				? content.asByteArray().timeout(this.properties.idleTimeout(), SILENT)
				: Mono.error(ProviderFailure.of(ProviderFailure.Kind.BROKEN));
	}

	private Flux<byte[]> send(Exchange exchange) {
		ProviderCall call = exchange.call();
		String uri = this.dialect.uri(call);
		byte[] body = call.body();
		return this.dialect.login(uri, body).flatMapMany((login) -> this.client.headers((headers) -> {
			headers.set(CLIENT_REQUEST_ID, call.id());
			this.dialect.headers(call).forEach(headers::set);
			call.headers().remove().forEach(headers::remove);
			call.headers().add().forEach(headers::set);
			login.forEach(headers::set);
		})
			.post()
			.uri(uri)
			.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
			.response((response, content) -> read(call, exchange, response, content)));
	}

	private Publisher<byte[]> read(ProviderCall call, Exchange exchange, HttpClientResponse response,
			ByteBufFlux content) {
		int status = response.status().code();
		if (!isSuccess(response)) {
			HttpHeaders head = response.responseHeaders();
			return whole(content, this.properties.maxError().toBytes(), true)
				.map((body) -> this.dialect.refusal(new Refusal(status, RetryAfter.of(head, this.clock), body),
						head::get))
				.flatMap((refusal) -> Mono.error(refused(refusal, exchange)));
		}
		if (!call.stream()) {
			return whole(content, this.properties.maxAnswer().toBytes(), false).map(exchange::answer);
		}
		String type = response.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE, "");
		if (isOf(type, this.dialect.streamType()) || !(isOf(type, "application/json") || isOf(type, "text/html"))) {
			return exchange.stream(content.asByteArray().timeout(this.properties.idleTimeout(), SILENT));
		}
		return whole(content, this.properties.maxError().toBytes(), true)
			.flatMap((body) -> Mono.error(notStreamed(exchange, body)));
	}

	private static boolean isOf(String type, String expected) {
		return type.regionMatches(true, 0, expected, 0, expected.length());
	}

	/**
	 * Some servers tell an error with success where a stream was asked for.
	 */
	private static ProviderFailure notStreamed(Exchange exchange, byte[] body) {
		int status = ErrorObject.statusOf(body);
		return (status > 0) ? ProviderFailure.answered(status, exchange.error(status, body), null)
				: ProviderFailure.of(ProviderFailure.Kind.BROKEN);
	}

	private static ProviderFailure refused(Refusal refusal, Exchange exchange) {
		return ProviderFailure.answered(refusal.status(), exchange.error(refusal.status(), refusal.body()),
				refusal.retryAfter());
	}

	/**
	 * Collect a body.
	 * @param content the parts
	 * @param maxBytes how long it may be
	 * @param cut whether a longer one is cut there, or else is broken
	 */
	private static Mono<byte[]> whole(ByteBufFlux content, long maxBytes, boolean cut) {
		return content.asByteArray().collect(() -> new Collector(maxBytes, cut), Collector::add).map(Collector::bytes);
	}

	private static Throwable failure(Throwable cause) {
		return (cause instanceof ProviderFailure) ? cause : ProviderFailure.of(kindOf(cause));
	}

	private static ProviderFailure.Kind kindOf(Throwable cause) {
		return switch (cause) {
			case ReadTimeoutException silent -> ProviderFailure.Kind.TIMEOUT;
			case TimeoutException noConnectionInTime -> ProviderFailure.Kind.UNREACHABLE;
			case RejectedExecutionException tooManyWait -> ProviderFailure.Kind.UNREACHABLE;
			case IOException noConnection -> ProviderFailure.Kind.UNREACHABLE;
			default -> ProviderFailure.Kind.BROKEN;
		};
	}

}
