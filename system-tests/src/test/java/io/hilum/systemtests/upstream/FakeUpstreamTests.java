package io.hilum.systemtests.upstream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FakeUpstream}.
 */
class FakeUpstreamTests {

	private final FakeUpstream upstream = FakeUpstream.start();

	@AfterEach
	void close() {
		this.upstream.close();
	}

	@Test
	void echoesAndRemembers() throws Exception {
		HttpResponse<String> answer = ask("echo", false);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("\"content\":\"Ask [NAME_7KQ2]\"", "\"usage\"");
		assertThat(this.upstream.exchanges()).singleElement().satisfies((exchange) -> {
			assertThat(exchange.question()).isEqualTo("Ask [NAME_7KQ2]");
			assertThat(exchange.headers()).containsEntry("x-probe", "1");
		});
	}

	@Test
	void streamsToTheEnd() throws Exception {
		assertThat(ask("echo", true).body()).startsWith("data: ").endsWith("data: [DONE]\n\n");
	}

	@Test
	void cutsTheStream() {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> ask("cut", true));
		assertThat(this.upstream.count()).isEqualTo(1);
	}

	@Test
	void callsEachToolOnce() throws Exception {
		String tools = """
				,"tools":[{"type":"function","function":{"name":"find","parameters":{"type":"object","properties":
				{"patient":{"type":"string"},"days":{"type":"integer"}}}}},{"type":"function","function":{"name":"ring"}}]""";
		assertThat(ask("echo", false, tools).body())
			.contains("\"name\":\"find\",\"arguments\":\"{\\\"patient\\\":\\\"Ask [NAME_7KQ2]\\\",\\\"days\\\":7}\"",
					"\"name\":\"ring\"")
			.contains("\"finish_reason\":\"tool_calls\"");
		assertThat(ask("echo", true, tools).body()).contains("\"name\":\"find\",\"arguments\":\"\"", "\"index\":1")
			.doesNotContain("[NAME_7KQ2]");
	}

	@Test
	void followsASchema() throws Exception {
		assertThat(ask("echo", false,
				"""
						,"response_format":{"type":"json_schema","json_schema":{"name":"s","schema":{"type":"object","properties":
						{"due":{"type":"boolean"},"names":{"type":"array","items":{"type":"string"}}}}}}""")
			.body()).contains("{\\\"due\\\":true,\\\"names\\\":[\\\"Ask [NAME_7KQ2]\\\"]}");
	}

	@Test
	void failsAsAsked() throws Exception {
		assertThat(ask("fail", false).statusCode()).isEqualTo(500);
	}

	private HttpResponse<String> ask(String model, boolean stream) throws IOException, InterruptedException {
		return ask(model, stream, "");
	}

	private HttpResponse<String> ask(String model, boolean stream, String more)
			throws IOException, InterruptedException {
		String body = """
				{"model":"%s","stream":%s,"messages":[{"role":"system","content":"x"},{"role":"user","content":"Ask [NAME_7KQ2]"}]%s}"""
			.formatted(model, stream, more);
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.upstream.url() + "/chat/completions"))
			.header("X-Probe", "1")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request, HttpResponse.BodyHandlers.ofString());
		}
	}

}
