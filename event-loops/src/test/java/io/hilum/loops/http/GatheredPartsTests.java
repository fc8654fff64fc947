package io.hilum.loops.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link GatheredParts} over real connections.
 */
class GatheredPartsTests {

	private static final List<String> EVENTS = IntStream.range(0, 3000).mapToObj((i) -> "data: " + i + "\n\n").toList();

	@Test
	void passesOnEveryByteInFewerParts() {
		List<String> parts = receive(Flux.fromIterable(EVENTS), false, Long.MAX_VALUE, (part) -> {
		});
		assertThat(String.join("", parts)).isEqualTo(String.join("", EVENTS));
		assertThat(parts).hasSizeLessThan(EVENTS.size() / 2);
	}

	@Test
	void makesNoPartLongerThanNettyDoes() {
		List<String> parts = receive(Flux.range(0, 20_000).map((i) -> "data: " + "x".repeat(100) + "\n\n"));
		assertThat(parts.stream().mapToInt(String::length).sum()).isEqualTo(20_000 * 108);
		assertThat(parts).allSatisfy((part) -> assertThat(part.length()).isLessThanOrEqualTo(8192));
	}

	@Test
	void waitsForNothing() {
		Sinks.Many<String> sent = Sinks.many().unicast().onBackpressureBuffer();
		Iterator<String> events = EVENTS.iterator();
		sent.tryEmitNext(events.next()).orThrow();
		List<String> parts = receive(sent.asFlux(), true, 4, (part) -> sent.tryEmitNext(events.next()).orThrow());
		assertThat(parts).isEqualTo(EVENTS.subList(0, 4));
	}

	@Test
	void passesOnLongPartsAsTheyAre() {
		List<String> parts = receive(Flux.range(0, 40).map((i) -> "x".repeat(100_000)));
		assertThat(parts.stream().collect(Collectors.summingInt(String::length))).isEqualTo(4_000_000);
	}

	private static List<String> receive(Flux<String> sent) {
		return receive(sent, true, Long.MAX_VALUE, (part) -> {
		});
	}

	/**
	 * Events that the server does not flush one by one come together, however quick the
	 * client reads.
	 */
	private static List<String> receive(Flux<String> sent, boolean flushed, long count, Consumer<String> received) {
		DisposableServer server = HttpServer.create()
			.port(0)
			.handle((request, response) -> response
				.sendObject(sent.map((text) -> Unpooled.copiedBuffer(text, StandardCharsets.UTF_8)), (part) -> flushed))
			.bindNow();
		try {
			List<String> parts = new ArrayList<>();
			GatheredParts.in(HttpClient.create().port(server.port()))
				.get()
				.responseContent()
				.asString(StandardCharsets.UTF_8)
				.take(count)
				.doOnNext(parts::add)
				.doOnNext(received)
				.blockLast(Duration.ofSeconds(60));
			return parts;
		}
		finally {
			server.disposeNow();
		}
	}

}
