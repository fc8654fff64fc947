package io.hilum.gateway.chat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.hilum.gateway.chat.request.Asked;
import io.hilum.gateway.chat.request.ChatRequest;
import io.hilum.gateway.chat.request.ChatRequestReader;
import io.hilum.gateway.models.Endpoint;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.gateway.problem.ProblemResponse;
import io.hilum.trust.text.PhiText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link ChatRequestReader}: whatever a body has become on its way, it is read
 * or refused with 400, soon.
 */
class MalformedBodyTests {

	private static final Map<Endpoint, String> BODIES = Map.of(Endpoint.CHAT,
			"{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Irma \\ud83d\\ude00\"}]},"
					+ "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"call_abcdefgh1234\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":1}\"}}]}],"
					+ "\"hilum\":{\"collections\":[\"a\"],\"purpose\":\"treatment\"},\"user\":\"u\",\"temperature\":0.5}",
			Endpoint.EMBEDDINGS, "{\"model\":\"m\",\"input\":[\"Irma\",\"Peter\"],\"user\":\"u\"}",
			Endpoint.COMPLETIONS, "{\"model\":\"m\",\"prompt\":[\"Irma\",\"Peter\"],\"suffix\":\"x\",\"stop\":[\"y\"]}",
			Endpoint.RESPONSES,
			"{\"model\":\"m\",\"instructions\":\"x\",\"store\":false,\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"Irma\"}]},"
					+ "{\"type\":\"function_call\",\"call_id\":\"c\",\"name\":\"f\",\"arguments\":\"{}\"},{\"type\":\"function_call_output\",\"call_id\":\"c\",\"output\":\"x\"}]}",
			Endpoint.MESSAGES,
			"{\"model\":\"m\",\"max_tokens\":5,\"system\":[{\"type\":\"text\",\"text\":\"x\"}],\"messages\":[{\"role\":\"user\",\"content\":\"Irma\"},"
					+ "{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"f\",\"input\":{\"a\":[1,\"é\"]}}]}],\"metadata\":{\"user_id\":\"u\"}}",
			Endpoint.COUNT_TOKENS,
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"document\",\"source\":{\"type\":\"text\",\"data\":\"x\"}}]}]}");

	private static final List<String> PIECES = List.of("", "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true",
			"1", "-", "1e999", "1e-99999999999", "0".repeat(100), "\u0000", "\ud83d", "\\ud800", "\\u0000", "\u2028",
			"\"a\":1,", "\"model\":\"n\",", "\"type\":{}", "\"role\":null", "\"content\":[[[]]]", "\"input\":[1]",
			"\"source\":[]", "//", "'", "NaN", "\ufeff", "[".repeat(200), "{\"a\":".repeat(200));

	private static final Duration SOON = Duration.ofMillis(250);

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private final ChatRequestReader reader = ChatFixtures.REQUESTS;

	/**
	 * Each body is sound as long as nothing breaks it; and all classes are loaded then.
	 */
	@BeforeTry
	void readsTheBodiesThatItBreaks() {
		BODIES.forEach((endpoint, body) -> {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			assertThat(this.reader.read(new Asked(endpoint, null), bytes).model()).isEqualTo("m");
		});
		assertThat(catchThrowableOfType(ProblemException.class, () -> this.reader.read(Asked.CHAT, new byte[0])))
			.isNotNull();
	}

	@Property(tries = 3000)
	void readsOrRefuses(@ForAll("mutants") Mutant mutant) {
		long started = THREADS.getCurrentThreadCpuTime();
		ProblemException refused = catchThrowableOfType(ProblemException.class, () -> {
			ChatRequest request = this.reader.read(new Asked(mutant.endpoint(), null), mutant.body());
			Deidentifier.texts(request).forEach(MalformedBodyTests::requireUnicode);
		});
		assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - started)).isLessThan(SOON);
		if (refused != null) {
			assertThat(ProblemResponse.of(refused.problem()).status()).isEqualTo(400);
		}
	}

	private static void requireUnicode(PhiText text) {
		assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text.reveal())).isTrue();
	}

	@Provide
	Arbitrary<Mutant> mutants() {
		Arbitrary<Byte> bytes = Arbitraries.bytes();
		return Combinators
			.combine(Arbitraries.of(Endpoint.class), Arbitraries.integers().between(0, 2000),
					Arbitraries.integers().between(0, 30), Arbitraries.of(PIECES), bytes.list().ofMaxSize(3))
			.as((endpoint, at, length, piece, noise) -> mutant(endpoint, at, length, piece, noise));
	}

	private static Mutant mutant(Endpoint endpoint, int at, int length, String piece, List<Byte> noise) {
		byte[] body = BODIES.getOrDefault(endpoint, "").getBytes(StandardCharsets.UTF_8);
		int from = at % body.length;
		int to = Math.min(body.length, from + length);
		byte[] inserted = piece.getBytes(StandardCharsets.UTF_8);
		byte[] mutated = Arrays.copyOf(body, from + inserted.length + noise.size() + body.length - to);
		System.arraycopy(inserted, 0, mutated, from, inserted.length);
		for (int i = 0; i < noise.size(); i++) {
			mutated[from + inserted.length + i] = noise.get(i);
		}
		System.arraycopy(body, to, mutated, from + inserted.length + noise.size(), body.length - to);
		return new Mutant(endpoint, mutated);
	}

	/**
	 * A body of which a piece was replaced.
	 */
	record Mutant(Endpoint endpoint, byte[] body) {

		@Override
		public String toString() {
			return this.endpoint + " " + new String(this.body, StandardCharsets.ISO_8859_1);
		}

	}

}
