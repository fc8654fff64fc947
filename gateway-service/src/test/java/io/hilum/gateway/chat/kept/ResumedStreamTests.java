package io.hilum.gateway.chat.kept;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResumedStream}.
 */
class ResumedStreamTests {

	private static final int EVENTS = 6;

	@ParameterizedTest
	@ValueSource(ints = { 0, 2, 4, 5, 99 })
	void leavesOutWhatWasHadWhereverTheStreamIsCut(int after) {
		byte[] all = events(0).getBytes(StandardCharsets.UTF_8);
		for (int at = 0; at <= all.length; at++) {
			assertThat(resumed(after, Arrays.copyOf(all, at), Arrays.copyOfRange(all, at, all.length)))
				.as("cut at %d", at)
				.isEqualTo(events(Math.min(after + 1, EVENTS)));
		}
	}

	@Test
	void keepsWhatHasNoNumber() {
		String error = "event: error\ndata: {\"type\":\"error\"}\n\n";
		assertThat(resumed(3, error.getBytes(StandardCharsets.UTF_8))).isEqualTo(error);
	}

	private static String resumed(int after, byte[]... parts) {
		return new ResumedStream(after, 1000).of(Flux.just(parts))
			.map((bytes) -> new String(bytes, StandardCharsets.UTF_8))
			.collect(Collectors.joining())
			.blockOptional()
			.orElseThrow();
	}

	private static String events(int from) {
		return IntStream.range(from, EVENTS)
			.mapToObj((number) -> "event: e\ndata: {\"type\":\"e\",\"sequence_number\":%d}\n\n".formatted(number))
			.collect(Collectors.joining());
	}

}
