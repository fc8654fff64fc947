package io.hilum.gateway.chat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.hilum.gateway.chat.dialect.messages.MessagesDialect;
import io.hilum.gateway.chat.request.Asked;
import io.hilum.gateway.chat.request.ChatRequest;
import io.hilum.gateway.chat.request.ChatRequestReader;
import io.hilum.gateway.knowledge.Passage;
import io.hilum.gateway.models.Endpoint;
import io.hilum.gateway.phi.Form;
import io.hilum.gateway.phi.ScrubOutcome.Scrubbed;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link MessagesDialect}: what leaves of a request for a message.
 */
class MessagesRequestTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Asked MESSAGES = new Asked(Endpoint.MESSAGES, null);

	private static final String SIGNATURE = "EqQBCgIYAhIM1gbcDa9GJwZA2b3hGgxBdjrkzLoky3dl1pkiMOYds+/abcdefghij==";

	private final ChatRequestReader reader = ChatFixtures.REQUESTS;

	private final Deidentifier deidentifier = new Deidentifier(new ScopeKey(new byte[32]));

	@Test
	void findsEveryTextThatAProviderWouldRead() {
		ChatRequest request = read(
				"""
						{"model":"claude","max_tokens":100,"system":[{"type":"text","text":"system text","cache_control":{"type":"ephemeral","ttl":"1h"}}],
						"messages":[
						 {"role":"user","content":"question text"},
						 {"role":"assistant","content":[
						  {"type":"thinking","thinking":"thinking text","signature":"SEALED"},
						  {"type":"redacted_thinking","data":"SEALED"},
						  {"type":"text","text":"answer text"},
						  {"type":"tool_use","id":"toolu_abcdefgh12345678","name":"find","input":{"mrn":964741,"type":"name text","deep":[{"id":"id text"},true,null]}}]},
						 {"role":"user","content":[
						  {"type":"tool_result","tool_use_id":"toolu_abcdefgh12345678","content":[{"type":"text","text":"result text"},
						   {"type":"document","title":"title text","context":"context text","source":{"type":"text","media_type":"text/plain","data":"document text"}}]},
						  {"type":"tool_result","tool_use_id":"toolu_abcdefgh12345678","is_error":true,"content":"plain result"}]},
						 {"role":"user","content":[{"type":"document","source":{"type":"content","content":[{"type":"text","text":"inner text"}]}},
						  {"type":"search_result","source":"source text","title":"found text","content":[{"type":"text","text":"passage text"}]},
						  {"type":"text","text":"last text"}]}],
						"tools":[{"name":"find","description":"tool text","input_schema":{"type":"object","properties":{"mrn":{"type":"string","description":"schema text"}}}},
						 {"type":"web_search_20250305","name":"web_search"}],
						"tool_choice":{"type":"tool","name":"find"},"thinking":{"type":"enabled","budget_tokens":1024},
						"stop_sequences":["stop text"],"metadata":{"user_id":"amelia@hospital.example"}}"""
					.replace("SEALED", SIGNATURE));
		assertThat(Deidentifier.texts(request)).extracting(PhiText::reveal)
			.containsExactly("system text", "question text", "thinking text", "answer text", "find", "mrn: 964741",
					"type: name text", "id: id text", "result text", "title text", "context text", "document text",
					"plain result", "inner text", "source text", "found text", "passage text", "last text", "find",
					"tool text", "schema text", "web_search", "find", "stop text");
		assertThat(request.unscannable()).isNull();
		assertThat(request.questions().first().reveal()).isEqualTo("question text");
		assertThat(request.questions().last().reveal()).isEqualTo("last text");
		assertThat(deidentify(request, Map.of())).contains(SIGNATURE, "\"user_id\":\"user-").doesNotContain("amelia");
	}

	@Test
	void replacesValuesWithinTheInputOfATool() {
		String body = "{\"model\":\"m\",\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"toolu_abcdefgh12345678\","
				+ "\"name\":\"f\",\"input\":{\"mrn\": 964741, \"who\":[\"Irma \\\"P\\\"\"], \"n\":3.0}}]}]}";
		String changed = deidentify(read(body),
				Map.of("mrn: 964741", "mrn: [MRN_1]", "who: Irma \"P\"", "who: [NAME_1] \"P\""));
		assertThat(changed)
			.isEqualTo(body.replace("964741", "\"[MRN_1]\"").replace("Irma \\\"P\\\"", "[NAME_1] \\\"P\\\""));
	}

	@Test
	void replacesKeysThatAreNoNamesOfFields() {
		String body = "{\"model\":\"m\",\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"toolu_abcdefgh12345678\","
				+ "\"name\":\"f\",\"input\":{\"byPatient\" : {\"Irma \\\"P\\\" Peter\" : {\"Jos\\u00e9\": true}, \"964741\":\"x\"}}}]}]}";
		String changed = deidentify(read(body),
				Map.of("Irma \"P\" Peter", "[NAME_1]", "José", "[NAME_2]", "964741", "[MRN_1]"));
		assertThat(changed).isEqualTo(body.replace("Irma \\\"P\\\" Peter", "[NAME_1]")
			.replace("Jos\\u00e9", "[NAME_2]")
			.replace("964741", "[MRN_1]"));
	}

	@Test
	void searchesASignatureThatIsNone() {
		ChatRequest request = read(
				"{\"model\":\"m\",\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"a\",\"signature\":\"Irma Peter\"}]}]}");
		assertThat(Deidentifier.texts(request)).extracting(PhiText::reveal).containsExactly("a", "Irma Peter");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"AAAA\"}}",
			"{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":\"https://x.example/a.png\"}}",
			"{\"type\":\"document\",\"source\":{\"type\":\"base64\",\"media_type\":\"application/pdf\",\"data\":\"AAAA\"}}",
			"{\"type\":\"document\",\"source\":{\"type\":\"file\",\"file_id\":\"file_1\"}}",
			"{\"type\":\"document\",\"source\":{\"data\":\"AAAA\"}}",
			"{\"type\":\"container_upload\",\"file_id\":\"file_1\"}", "{\"type\":\"something_new\"}", "{\"type\":7}" })
	void noticesBlocksThatCannotBeSearched(String block) {
		assertThat(
				read("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[" + block + "]}]}").unscannable())
			.isEqualTo("messages.content");
		assertThat(read("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\","
				+ "\"tool_use_id\":\"toolu_abcdefgh12345678\",\"content\":[" + block + "]}]}]}")
			.unscannable()).isEqualTo("messages.content");
	}

	@Test
	void doesNotSearchAFileThatMayPass() {
		String file = "iVBORw0KGgo".repeat(20);
		ChatRequest request = read(
				"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\""
						+ file + "\"}}]}]}");
		assertThat(request.unscannable()).isNotNull();
		assertThat(Deidentifier.texts(request)).extracting(PhiText::reveal).doesNotContain(file);
	}

	@Test
	void showsPassagesBeforeTheLastQuestionAndNotBetweenACallAndItsResult() {
		ChatRequests requests = new ChatRequests(this.reader, new ScopeKey(new byte[32]), ChatFixtures.PROPERTIES,
				Schedulers.immediate());
		ChatRequest request = read(
				"""
						{"model":"m","messages":[{"role":"user","content":"who?"},
						{"role":"assistant","content":[{"type":"tool_use","id":"toolu_abcdefgh12345678","name":"f","input":{}}]},
						{"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_abcdefgh12345678","content":"x"}]}]}""");
		JsonNode changed = JSON.readTree(deidentify(requests.insert(request, List.of(new Passage("p1", "guidelines",
				"d1", PhiText.of("Statins"), null, null, 0.5, PhiText.of("after stroke")))), Map.of()));
		assertThat(changed.at("/messages/0/role").asString()).isEqualTo("user");
		assertThat(changed.at("/messages/0/content").asString()).contains("after stroke");
		assertThat(changed.at("/messages/1/content").asString()).isEqualTo("who?");
	}

	@Test
	void searchesWhatIsSaidToTheModelBetweenTurns() {
		ChatRequest request = read("""
				{"model":"m","messages":[{"role":"user","content":"question text"},
				{"role":"system","content":[{"type":"text","text":"system text"},
				 {"type":"tool_addition","tool":{"type":"tool_reference","name":"find"}}]}]}""");
		assertThat(request.unscannable()).isNull();
		assertThat(Deidentifier.texts(request)).extracting(PhiText::reveal)
			.containsExactly("question text", "system text", "find");
		assertThat(request.questions().last().reveal()).isEqualTo("question text");
	}

	@Test
	void noticesThatJsonIsAskedFor() {
		assertThat(read(
				"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"output_config\":{\"format\":{\"type\":\"json_schema\",\"schema\":{}}}}")
			.contentForm()).isEqualTo(Form.JSON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"model\":\"m\"}", "{\"model\":\"m\",\"messages\":[]}",
			"{\"model\":\"m\",\"messages\":\"x\"}", "{\"model\":\"m\",\"messages\":[{\"content\":\"x\"}]}",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"tool\",\"content\":\"x\"}]}",
			"{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":{\"type\":\"text\"}}]}",
			"{\"model\":\"m\",\"system\":7,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
			"{\"model\":\"m\",\"metadata\":{\"user_id\":7},\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
			"{\"model\":\"m\",\"System\":\"x\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}" })
	void refusesWhatIsNoRequest(String body) {
		assertThat(catchThrowableOfType(ProblemException.class, () -> read(body))).isNotNull();
	}

	@Test
	void knowsWhichToolsAreOffered() {
		assertThat(read("""
				{"model":"m","max_tokens":1,"messages":[{"role":"user","content":"x"}],
				 "tools":[{"name":"lookup","input_schema":{"type":"object"}},{"type":"bash_20250124","name":"bash"}],
				 "mcp_servers":[{"type":"url","url":"https://mcp.example","name":"elsewhere"}]}""").tools())
			.containsExactlyInAnyOrder("lookup", "bash_20250124", "bash", "mcp");
	}

	private ChatRequest read(String body) {
		return this.reader.read(MESSAGES, body.getBytes(StandardCharsets.UTF_8));
	}

	private String deidentify(ChatRequest request, Map<String, String> replacements) {
		List<PhiText> results = Deidentifier.texts(request)
			.stream()
			.map((text) -> PhiText.of(replacements.getOrDefault(text.reveal(), text.reveal())))
			.toList();
		return new String(this.deidentifier
			.apply(request, "amelia", new Scrubbed("v1", results, Map.of(), Map.of()), PhiState.DEIDENTIFIED)
			.body(), StandardCharsets.UTF_8);
	}

}
