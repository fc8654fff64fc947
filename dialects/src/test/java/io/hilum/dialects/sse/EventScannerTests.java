package io.hilum.dialects.sse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventScanner} and {@link EventData}.
 */
class EventScannerTests {

	private static final String STREAM = """
			: keep alive

			data: {"a":1}

			event: message
			data: {"b":
			data: 2}

			data:{"c":"ü"}

			id: 7

			data: [DONE]

			""";

	private static final List<String> DATA = List.of("", "{\"a\":1}", "{\"b\":\n2}", "{\"c\":\"ü\"}", "", "[DONE]");

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void findsTheSameEventsAtEverySplit(String lineEnd) {
		byte[] bytes = STREAM.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8);
		for (int first = 0; first <= bytes.length; first++) {
			for (int second = first; second <= bytes.length; second += 3) {
				List<byte[]> parts = List.of(Arrays.copyOf(bytes, first), Arrays.copyOfRange(bytes, first, second),
						Arrays.copyOfRange(bytes, second, bytes.length));
				Found found = scan(parts);
				assertThat(found.data()).isEqualTo(DATA);
				assertThat(found.bytes().strip()).isEqualTo(new String(bytes, StandardCharsets.UTF_8).strip());
				assertThat(found.inside()).isFalse();
			}
		}
	}

	@Property(tries = 100)
	void findsTheSameEventsInPartsOfAnyLength(@ForAll @IntRange(min = 1, max = 9) int length) {
		byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
		List<byte[]> parts = new ArrayList<>();
		for (int start = 0; start < bytes.length; start += length) {
			parts.add(Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + length)));
		}
		assertThat(scan(parts).data()).isEqualTo(DATA);
	}

	@Test
	void keepsABegunEventBack() {
		Found found = scan(List.of("data: {\"a\":1}\n\ndata: {\"b\"".getBytes(StandardCharsets.UTF_8)));
		assertThat(found.data()).containsExactly("{\"a\":1}");
		assertThat(found.inside()).isTrue();
	}

	@Test
	void passesOverAByteOrderMarkAtEverySplit() {
		byte[] bytes = ("\uFEFF" + STREAM).getBytes(StandardCharsets.UTF_8);
		for (int first = 0; first <= bytes.length; first++) {
			Found found = scan(List.of(Arrays.copyOf(bytes, first), Arrays.copyOfRange(bytes, first, bytes.length)));
			assertThat(found.data()).isEqualTo(DATA);
			assertThat(found.bytes()).startsWith(": keep alive");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "data: [DONE]", "data: [DONE]\n", "data: [DONE]\r\n", "data: [DONE]\r" })
	void findsALastEventWithoutItsBlankLine(String last) {
		EventScanner scanner = new EventScanner(100);
		List<String> data = new ArrayList<>();
		EventScanner.EventSink sink = (bytes, start, end) -> {
			EventData found = EventData.of(bytes, start, end);
			data.add(text(found.bytes(), found.start(), found.end()));
		};
		scanner.take(last.getBytes(StandardCharsets.UTF_8), sink);
		assertThat(data).isEmpty();
		scanner.end(sink);
		scanner.end(sink);
		assertThat(data).containsExactly("[DONE]");
	}

	@Test
	void neverChangesBytesThatWereTold() {
		EventScanner scanner = new EventScanner(100);
		List<byte[]> told = new ArrayList<>();
		List<byte[]> copies = new ArrayList<>();
		EventScanner.EventSink sink = (bytes, start, end) -> {
			told.add(bytes);
			copies.add(bytes.clone());
		};
		for (byte sign : "data: 1\n\ndata: 2\n\ndata: 3\n\n".getBytes(StandardCharsets.UTF_8)) {
			scanner.take(new byte[] { sign }, sink);
		}
		assertThat(told).hasSize(3);
		for (int i = 0; i < told.size(); i++) {
			assertThat(told.get(i)).isEqualTo(copies.get(i));
		}
	}

	/**
	 * Joining on each part would move 128 GB here.
	 */
	@Test
	@Timeout(10)
	void takesALongEventInSmallParts() {
		EventScanner scanner = new EventScanner(8 << 20);
		byte[] part = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < (4 << 20) / part.length; i++) {
			assertThat(scanner.take(part, (bytes, start, end) -> {
			})).isTrue();
		}
		assertThat(scanner.isInsideOfEvent()).isTrue();
	}

	@Test
	void saysWhenAnEventIsTooLong() {
		EventScanner scanner = new EventScanner(16);
		assertThat(scanner.take("data: 0123".getBytes(StandardCharsets.UTF_8), (bytes, start, end) -> {
		})).isTrue();
		assertThat(scanner.take("4567890".getBytes(StandardCharsets.UTF_8), (bytes, start, end) -> {
		})).isFalse();
	}

	@Test
	void knowsMembersByTheirNames() {
		byte[] bytes = "data: {\"content\":\"a\\\"b\",\"usage\":null}\n\n".getBytes(StandardCharsets.UTF_8);
		EventData data = EventData.of(bytes, 0, bytes.length);
		assertThat(data.has("\"usage\"".getBytes(StandardCharsets.UTF_8))).isFalse();
		assertThat(data.has("\"content\"".getBytes(StandardCharsets.UTF_8))).isTrue();
		assertThat(data.indexOf("nowhere".getBytes(StandardCharsets.UTF_8))).isEqualTo(-1);
	}

	private static Found scan(List<byte[]> parts) {
		EventScanner scanner = new EventScanner(1 << 20);
		List<String> data = new ArrayList<>();
		StringBuilder all = new StringBuilder();
		for (byte[] part : parts) {
			assertThat(scanner.take(part, (bytes, start, end) -> {
				EventData found = EventData.of(bytes, start, end);
				data.add(text(found.bytes(), found.start(), found.end()));
				all.append(text(bytes, start, end));
			})).isTrue();
		}
		return new Found(data, all.toString(), scanner.isInsideOfEvent());
	}

	private static String text(byte[] bytes, int start, int end) {
		return new String(bytes, start, end - start, StandardCharsets.UTF_8);
	}

	private record Found(List<String> data, String bytes, boolean inside) {

	}

}
