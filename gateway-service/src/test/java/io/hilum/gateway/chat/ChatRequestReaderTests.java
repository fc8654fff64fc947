package io.hilum.gateway.chat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.hilum.gateway.chat.request.Asked;
import io.hilum.gateway.chat.request.ChatRequest;
import io.hilum.gateway.chat.request.ChatRequestReader;
import io.hilum.gateway.chat.request.RequestWalk;
import io.hilum.gateway.models.Endpoint;
import io.hilum.gateway.phi.Form;
import io.hilum.gateway.phi.ScrubOrder;
import io.hilum.gateway.phi.ScrubOrder.KnownIdentity;
import io.hilum.gateway.phi.ScrubOutcome.Scrubbed;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.PhiTreatment;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.gateway.problem.ProblemResponse;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link ChatRequestReader}, {@link RequestWalk} and {@link Deidentifier}.
 */
class ChatRequestReaderTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final ChatRequestReader reader = ChatFixtures.REQUESTS;

	private final Deidentifier deidentifier = new Deidentifier(new ScopeKey(new byte[32]));

	@Test
	void findsEveryTextThatAProviderWouldRead() {
		ChatRequest request = read(
				"""
						{"model":"gpt-4o","messages":[
						 {"role":"system","content":"system text"},
						 {"role":"developer","content":[{"type":"text","text":"developer text"}]},
						 {"role":"user","name":"Irma","content":[{"type":"text","text":"part one"},{"type":"text","text":"part two"}]},
						 {"role":"assistant","content":null,"refusal":"refusal text","tool_calls":[
						  {"id":"call_abcdefgh12345678","type":"function","function":{"name":"find","arguments":"{\\"mrn\\":964741,\\"who\\":\\"Irma\\"}"}}]},
						 {"role":"tool","tool_call_id":"call_abcdefgh12345678","content":"tool text"}],
						"tools":[{"type":"function","function":{"name":"find","description":"tool description",
						 "parameters":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","required":["who"],
						 "properties":{"who":{"type":"string","description":"schema text","enum":["enum text"],"format":"date"}}}}}],
						"response_format":{"type":"json_schema","json_schema":{"name":"answer","description":"format text","schema":{"title":"title text"}}},
						"metadata":{"ticket":"metadata text"},"prediction":{"type":"content","content":"prediction text"},
						"stop":["stop text"],"unknown":{"deep":[["unknown text"]]},"temperature":0.7,"n":1}""");
		assertThat(Deidentifier.texts(request)).extracting(PhiText::reveal)
			.containsExactly("system text", "developer text", "Irma", "part one", "part two", "refusal text", "find",
					"mrn: 964741", "who: Irma", "tool text", "find", "tool description", "schema text", "enum text",
					"answer", "format text", "title text", "metadata text", "prediction text", "stop text",
					"unknown text");
		assertThat(request.questions().last().reveal()).isEqualTo("part one\npart two");
	}

	@Test
	void knowsWhichToolsAreOffered() {
		assertThat(
				read("""
						{"model":"m","messages":[{"role":"user","content":"x"},{"role":"assistant","tool_calls":[
						  {"id":"c","type":"function","function":{"name":"past","arguments":"{}"}}]}],
						 "tools":[{"type":"function","function":{"name":"lookup","parameters":{"properties":{"name":{"type":"string"}}}}},
						  {"type":"custom","custom":{"name":"shell"}},{"type":"web_search"}],
						 "functions":[{"name":"old"}],"web_search_options":{}}""")
					.tools())
			.containsExactlyInAnyOrder("lookup", "shell", "web_search", "old");
		assertThat(read("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}").tools()).isEmpty();
	}

	@Test
	void partsOfAMessageGoOnFromEachOther() {
		ChatRequest request = read("""
				{"model":"gpt-4o","messages":[{"role":"user","content":"one"},
				 {"role":"user","content":[{"type":"text","text":"SSN 123"},{"type":"text","text":"-"},
				  {"type":"text","text":""},{"type":"text","text":"45-6789"}]},
				 {"role":"user","content":[{"type":"text","text":"two"},{"type":"text","text":"three"}]}]}""");
		ScrubOrder order = Deidentifier.order(request, PhiTreatment.of(PhiMode.REDACT), null);
		assertThat(order.texts()).extracting(PhiText::reveal)
			.containsExactly("one", "SSN 123", "-", "45-6789", "two", "three");
		assertThat(order.continuing()).containsExactly(2, 3, 5);
	}

	@Test
	void takesTheIdentitiesThatTheClientKnows() {
		ChatRequest request = read("""
				{"hilum":{"identities":[{"type":"NAME","value":"Irma Peter"},{"value":"964741","type":"MRN"}]},
				 "model":"gpt-4o","messages":[{"role":"user","content":"irma?"}]}""");
		assertThat(Deidentifier.order(request, PhiTreatment.of(PhiMode.REDACT), null).identities()).containsExactly(
				new KnownIdentity("NAME", PhiText.of("Irma Peter")), new KnownIdentity("MRN", PhiText.of("964741")));
		for (String wrong : List.of("[\"Irma\"]", "[{\"type\":\"IBAN\",\"value\":\"x\"}]", "[{\"type\":\"NAME\"}]",
				"{}", "[{\"type\":\"NAME\",\"value\":\"x\",\"more\":1}]")) {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read("{\"hilum\":{\"identities\":"
					+ wrong + "},\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"irma?\"}]}"));
		}
	}

	@Test
	void takesARecordOutBeforeAnythingLeaves() {
		ChatRequest request = read("""
				{"hilum":{"record":{"patient":"p1","token":"ey.secret"}},"model":"gpt-4o",
				 "messages":[{"role":"user","content":"irma?"}]}""");
		assertThat(Deidentifier.texts(request)).extracting(PhiText::reveal).containsExactly("irma?");
		assertThat(new String(deidentify(new String(request.body(), StandardCharsets.UTF_8), Map.of()).body(),
				StandardCharsets.UTF_8))
			.doesNotContain("secret", "p1", "record");
		for (String wrong : List.of("\"p1\"", "{\"patient\":1}", "{\"patient\":\"p1\",\"url\":\"x\"}")) {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read("{\"hilum\":{\"record\":" + wrong
					+ "},\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"irma?\"}]}"));
		}
	}

	@Test
	void treatsAWordOfTheApiAsTextWhereItDoesNotBelong() {
		ChatRequest request = read("""
				{"model":"gpt-4o","service_tier":"Irma Peter","messages":[{"role":"user","content":"auto"}],
				"reasoning_effort":"high","x":{"type":"MRN 964741"}}""");
		assertThat(Deidentifier.texts(request)).extracting(PhiText::reveal)
			.containsExactly("Irma Peter", "auto", "MRN 964741");
	}

	@Test
	void keepsEveryByteThatIsNotReplaced() {
		String body = """
				{ "model" : "gpt-4o",\t"seed":1E+3,"x":"caf\\u00e9 \\/","messages":[{"content":"Irma","role":"user"} ] , "logit_bias":{"50256":-100} }""";
		byte[] changed = deidentify(body, Map.of("Irma", "[NAME_1]")).body();
		assertThat(new String(changed, StandardCharsets.UTF_8)).isEqualTo(body.replace("\"Irma\"", "\"[NAME_1]\""));
	}

	@Test
	void keepsTheSameBytesWhenNothingIsFound() {
		String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"\\u0068ello\"}],\"model\":\"gpt-4o\"}";
		assertThat(deidentify(body, Map.of()).body()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void replacesNumbersAndStringsWithinArguments() {
		String body = """
				{"model":"m","messages":[{"role":"user","content":"x"},{"role":"assistant","tool_calls":[{"id":"call_abcdefgh12345678",
				"type":"function","function":{"name":"f","arguments":"{\\"mrn\\": 964741, \\"list\\": [\\"Irma \\\\\\"P\\\\\\"\\", 3.0], \\"ok\\": true}"}}]}]}""";
		JsonNode changed = JSON.readTree(
				deidentify(body, Map.of("mrn: 964741", "mrn: [MRN_1]", "list: Irma \"P\"", "list: [NAME_1] \"P\""))
					.body());
		String arguments = changed.at("/messages/1/tool_calls/0/function/arguments").asString();
		assertThat(arguments)
			.isEqualTo("{\"mrn\": \"[MRN_1]\", \"list\": [\"[NAME_1] \\\"P\\\"\", 3.0], \"ok\": true}");
	}

	@Test
	void replacesKeysWithinArguments() {
		String body = """
				{"model":"m","messages":[{"role":"user","content":"x"},{"role":"assistant","tool_calls":[{"id":"call_abcdefgh12345678",
				"type":"function","function":{"name":"f","arguments":"{\\"byPatient\\": {\\"Irma \\\\\\"P\\\\\\" Peter\\" : 1}}"}}]}]}""";
		JsonNode changed = JSON.readTree(deidentify(body, Map.of("Irma \"P\" Peter", "[NAME_1]")).body());
		assertThat(changed.at("/messages/1/tool_calls/0/function/arguments").asString())
			.isEqualTo("{\"byPatient\": {\"[NAME_1]\" : 1}}");
	}

	@Test
	void searchesArgumentsThatAreNoJsonAsText() {
		ChatRequest request = read("""
				{"model":"m","messages":[{"role":"assistant","function_call":{"name":"f","arguments":"who=Irma"}}]}""");
		assertThat(Deidentifier.texts(request)).extracting(PhiText::reveal).containsExactly("f", "who=Irma");
	}

	@Test
	void givesFunctionsNamesThatProvidersTake() {
		String body = """
				{"model":"m","messages":[{"role":"user","content":"x"}],"tools":[{"type":"function","function":{"name":"chart_irma_peter"}}],
				"tool_choice":{"type":"function","function":{"name":"chart_irma_peter"}}}""";
		Deidentified changed = deidentify(body, Map.of("chart_irma_peter", "chart_[NAME_1]"));
		JsonNode json = JSON.readTree(changed.body());
		assertThat(json.at("/tools/0/function/name").asString()).isEqualTo("chart_NAME_1");
		assertThat(json.at("/tool_choice/function/name").asString()).isEqualTo("chart_NAME_1");
		assertThat(changed.originals().functionNames()).containsEntry("chart_NAME_1", "chart_irma_peter");
	}

	@Test
	void replacesPeopleAndIdsByStableAliases() {
		String body = """
				{"model":"m","user":"amelia@hospital.example","messages":[
				{"role":"assistant","tool_calls":[{"id":"MRN-964741","type":"function","function":{"name":"f","arguments":"{}"}}]},
				{"role":"tool","tool_call_id":"MRN-964741","content":"1"}]}""";
		JsonNode one = JSON.readTree(deidentify(body, Map.of()).body());
		JsonNode two = JSON.readTree(deidentify(body, Map.of()).body());
		assertThat(one.get("user").asString()).startsWith("user-").isEqualTo(two.get("user").asString());
		assertThat(one.at("/messages/0/tool_calls/0/id").asString()).startsWith("call_")
			.isEqualTo(one.at("/messages/1/tool_call_id").asString());
		assertThat(one.toString()).doesNotContain("amelia", "964741");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"hilum\":{\"purpose\":\"treatment\"},%s}", "{%s,\"hilum\":{\"purpose\":\"treatment\"}}",
			"{%s , \"hilum\" : {\"purpose\":\"treatment\"} }", "{ \"hilum\":{\"purpose\":\"treatment\"} , %s}" })
	void takesItsOwnFieldOut(String form) {
		String rest = "\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]";
		String body = form.formatted(rest);
		Deidentified changed = deidentify(body, Map.of());
		assertThat(read(body).hilum().purpose()).isEqualTo("treatment");
		assertThat(JSON.readTree(changed.body())).isEqualTo(JSON.readTree("{" + rest + "}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://x.example/a.png\"}}",
			"{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"AAAA\",\"format\":\"wav\"}}",
			"{\"type\":\"file\",\"file\":{\"file_data\":\"AAAA\"}}", "{\"image_url\":{\"url\":\"x\"}}",
			"{\"type\":\"text\",\"text\":\"data:image/png;base64,AAAA\"}", "{\"type\":7}",
			"{\"type\":\"some_new_thing\",\"x\":1}" })
	void noticesContentThatCannotBeSearched(String part) {
		ChatRequest request = read("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[" + part + "]}]}");
		assertThat(request.unscannable()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "[]", "{", "{}", "{\"model\":\"m\"}", "{\"model\":\"m\",\"messages\":[]}",
			"{\"model\":1,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
			"{\"model\":\"m\",\"messages\":[{\"content\":\"x\"}]}",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"root\",\"content\":\"x\"}]}",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":{\"text\":\"x\"}}]}",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"model\":\"n\"}",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"mod\\u0065l\":\"n\"}",
			"{\"model\":\"m\",\"Model\":\"n\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"MESSAGES\":[]}",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"content\":\"y\"}]}",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]} {}",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],}",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"n\":NaN}",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"n\":+1}",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"n\":01}",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"\\ud800\"}]}",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"\\x\"}]}", "{'model':'m','messages':[]}",
			"{\"model\":\"m\",/**/\"messages\":[]}",
			"\ufeff{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
			"{\"model\":\"m\",\"stream\":\"yes\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
			"{\"model\":\"m\",\"hilum\":{\"admin\":true},\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
			"{\"model\":\"m\",\"hilum\":{\"collections\":[\"../x\"]},\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}" })
	void refusesWhatTwoReadersCouldTakeDifferently(String body) {
		assertThat(refusal(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(400);
	}

	@Test
	void refusesOtherEncodings() {
		String body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";
		assertThat(refusal(body.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(400);
		assertThat(refusal(body.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(400);
		assertThat(refusal(body.replace("x", "é").getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(400);
		byte[] overlong = body.getBytes(StandardCharsets.UTF_8);
		overlong[body.indexOf('x') - 1] = (byte) 0xc0;
		overlong[body.indexOf('x')] = (byte) 0xa2;
		assertThat(refusal(overlong)).isEqualTo(400);
	}

	@Test
	void refusesBombs() {
		String before = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"x\":";
		assertThat(refusal((before + "[".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8))).isEqualTo(400);
		assertThat(refusal((before + "1".repeat(1_000_000) + "}").getBytes(StandardCharsets.UTF_8))).isEqualTo(400);
		assertThat(refusal((before + "[" + "\"a\",".repeat(25_000) + "1]}").getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(400);
		assertThat(refusal((before + "[" + "1,".repeat(600_000) + "1]}").getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"model\":\"other\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
			"{\"model\":null,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
			"{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"model\": null }",
			"{\"model\":\"\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
			"{ \"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
			"{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"model\":\"other\",\"hilum\":{\"purpose\":\"treatment\"}}" })
	void takesTheModelOfThePath(String body) {
		ChatRequest request = this.reader.read(new Asked(Endpoint.CHAT, "gpt-\"4o"),
				body.getBytes(StandardCharsets.UTF_8));
		assertThat(request.model()).isEqualTo("gpt-\"4o");
		byte[] sent = this.deidentifier.raw(request, "amelia").body();
		assertThat(new String(sent, StandardCharsets.UTF_8)).containsOnlyOnce("\"model\"");
		JsonNode changed = JSON.readTree(sent);
		assertThat(changed.get("model").asString()).isEqualTo("gpt-\"4o");
		assertThat(changed.propertyNames()).containsExactlyInAnyOrder("model", "messages");
	}

	@Test
	void readsInputsOfEmbeddings() {
		Asked embeddings = new Asked(Endpoint.EMBEDDINGS, null);
		byte[] texts = "{\"model\":\"m\",\"input\":[\"Irma\",\"Imre\"],\"encoding_format\":\"float\"}"
			.getBytes(StandardCharsets.UTF_8);
		assertThat(Deidentifier.texts(this.reader.read(embeddings, texts))).extracting(PhiText::reveal)
			.containsExactly("Irma", "Imre");
		byte[] tokens = "{\"model\":\"m\",\"input\":[[1,2],[3]]}".getBytes(StandardCharsets.UTF_8);
		assertThat(this.reader.read(embeddings, tokens).unscannable()).isEqualTo("input");
		byte[] none = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"
			.getBytes(StandardCharsets.UTF_8);
		assertThat(catchThrowableOfType(ProblemException.class, () -> this.reader.read(embeddings, none))).isNotNull();
	}

	@Test
	void noticesThatJsonIsAskedFor() {
		String body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"response_format\":{\"type\":\"%s\"}}";
		assertThat(read(body.formatted("json_object")).contentForm()).isEqualTo(Form.JSON);
		assertThat(read(body.formatted("json_schema")).contentForm()).isEqualTo(Form.JSON);
		assertThat(read(body.formatted("text")).contentForm()).isEqualTo(Form.TEXT);
	}

	@Test
	void neverRepeatsTextInARefusal() {
		ProblemException refused = refused(
				"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Irma Peter\" 964741}]}");
		assertThat(new String(ProblemResponse.of(refused.problem()).body(), StandardCharsets.UTF_8))
			.doesNotContain("Irma", "964741");
		assertThat(refused).hasMessage("invalid_json").hasNoCause();
	}

	@Test
	void saysWhereABodyIsBroken() {
		ProblemException refused = catchThrowableOfType(ProblemException.class,
				() -> read("{\"model\":\"m\",\n \"messages\":[}"));
		assertThat(new String(ProblemResponse.of(refused.problem()).body(), StandardCharsets.UTF_8))
			.contains("at line 2, column ");
	}

	private ChatRequest read(String body) {
		return this.reader.read(Asked.CHAT, body.getBytes(StandardCharsets.UTF_8));
	}

	private Deidentified deidentify(String body, Map<String, String> replacements) {
		ChatRequest request = read(body);
		List<PhiText> results = Deidentifier.texts(request)
			.stream()
			.map((text) -> PhiText.of(replacements.getOrDefault(text.reveal(), text.reveal())))
			.toList();
		return this.deidentifier.apply(request, "amelia", new Scrubbed("v1", results, Map.of(), Map.of()),
				PhiState.DEIDENTIFIED);
	}

	private int refusal(byte[] body) {
		ProblemException refused = catchThrowableOfType(ProblemException.class,
				() -> this.reader.read(Asked.CHAT, body));
		assertThat(refused).isNotNull();
		return ProblemResponse.of(refused.problem()).status();
	}

	private ProblemException refused(String body) {
		ProblemException refused = catchThrowableOfType(ProblemException.class, () -> read(body));
		assertThat(refused.problem()).isInstanceOf(GatewayProblem.Invalid.class);
		return refused;
	}

}
