package io.hilum.gateway.harness;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A service that remembers what it was asked and answers as it is told.
 */
public final class ScriptedService implements AutoCloseable {

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final AtomicInteger cancelled = new AtomicInteger();

	private final DisposableServer server;

	private volatile Function<Received, Reply> script;

	private final Function<Received, Reply> firstScript;

	/**
	 * Start a service.
	 * @param script how to answer
	 */
	public ScriptedService(Function<Received, Reply> script) {
		this.script = script;
		this.firstScript = script;
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
	}

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asString().defaultIfEmpty("").flatMap((body) -> {
			Map<String, String> headers = new TreeMap<>();
			request.requestHeaders()
				.forEach((header) -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
			Received call = new Received(request.method().name(), request.uri(), headers, body);
			this.received.add(call);
			return reply(response, this.script.apply(call));
		});
	}

	private Mono<Void> reply(HttpServerResponse response, Reply reply) {
		if (reply.status() == Reply.RESET) {
			response.withConnection((connection) -> {
				connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
				connection.dispose();
			});
			return Mono.never();
		}
		response.status(reply.status());
		reply.headers().forEach(response::header);
		Flux<ByteBuf> body = reply.body()
			.doOnCancel(this.cancelled::incrementAndGet)
			.map((piece) -> Unpooled.copiedBuffer(piece, StandardCharsets.UTF_8));
		return response.send(body, (piece) -> true).then();
	}

	/**
	 * Follow another script from now on.
	 * @param next how to answer
	 */
	public void follow(Function<Received, Reply> next) {
		this.script = next;
	}

	/**
	 * Forget what was asked and follow the first script again.
	 */
	public void reset() {
		this.received.clear();
		this.cancelled.set(0);
		this.script = this.firstScript;
	}

	/**
	 * What was asked.
	 * @return the requests in their order
	 */
	public List<Received> received() {
		return this.received;
	}

	/**
	 * How many answers were cut off by the caller.
	 * @return the number
	 */
	public int cancelled() {
		return this.cancelled.get();
	}

	/**
	 * Where it is.
	 * @return its address, without a path
	 */
	public String url() {
		return "http://127.0.0.1:" + this.server.port();
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	/**
	 * A request.
	 *
	 * @param method its method
	 * @param uri its path and query
	 * @param headers its headers, names in lower case
	 * @param body its body
	 */
	public record Received(String method, String uri, Map<String, String> headers, String body) {
	}

	/**
	 * An answer.
	 *
	 * @param status its status
	 * @param headers its headers
	 * @param body its body in pieces that are flushed one by one
	 */
	public record Reply(int status, Map<String, String> headers, Flux<String> body) {

		private static final int RESET = 0;

		/**
		 * No answer: the connection is reset.
		 * @return the answer that does not come
		 */
		public static Reply reset() {
			return new Reply(RESET, Map.of(), Flux.empty());
		}

		/**
		 * An answer in JSON.
		 * @param status its status
		 * @param body its body
		 * @return the answer
		 */
		public static Reply json(int status, String body) {
			return new Reply(status, Map.of("content-type", "application/json"), Flux.just(body));
		}

	}

}
