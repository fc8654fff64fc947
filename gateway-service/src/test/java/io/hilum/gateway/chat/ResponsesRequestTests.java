package io.hilum.gateway.chat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.hilum.gateway.chat.dialect.responses.ResponsesDialect;
import io.hilum.gateway.chat.request.Asked;
import io.hilum.gateway.chat.request.ChatRequest;
import io.hilum.gateway.chat.request.ChatRequestReader;
import io.hilum.gateway.chat.wire.Splice;
import io.hilum.gateway.knowledge.Passage;
import io.hilum.gateway.models.Endpoint;
import io.hilum.gateway.phi.Form;
import io.hilum.gateway.phi.ScrubOutcome.Scrubbed;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link ResponsesDialect}: what leaves of a request for a response.
 */
class ResponsesRequestTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Asked RESPONSES = new Asked(Endpoint.RESPONSES, null);

	private final ChatRequestReader reader = ChatFixtures.REQUESTS;

	private final Deidentifier deidentifier = new Deidentifier(new ScopeKey(new byte[32]));

	@Test
	void findsEveryTextThatAProviderWouldRead() {
		ChatRequest request = read(
				"""
						{"model":"gpt-4o","instructions":"instruction text","input":[
						 {"role":"user","content":"plain text"},
						 {"type":"message","role":"user","content":[{"type":"input_text","text":"part text"}]},
						 {"type":"message","role":"assistant","id":"msg_abcdefgh12345678","status":"completed","content":[
						  {"type":"output_text","text":"answer text","annotations":[]},{"type":"refusal","refusal":"refusal text"}]},
						 {"type":"reasoning","id":"rs_abcdefgh12345678","summary":[{"type":"summary_text","text":"summary text"}],
						  "content":[{"type":"reasoning_text","text":"reasoning text"}],"encrypted_content":"SEALED"},
						 {"type":"function_call","call_id":"call_abcdefgh12345678","id":"fc_abcdefgh12345678","name":"find","status":"completed",
						  "arguments":"{\\"mrn\\":964741}"},
						 {"type":"function_call_output","call_id":"call_abcdefgh12345678","output":"output text"},
						 {"type":"function_call_output","call_id":"call_abcdefgh12345678","output":[{"type":"input_text","text":"part of output"}]},
						 {"type":"custom_tool_call","call_id":"call_abcdefgh12345678","name":"run","input":"custom text"}],
						"tools":[{"type":"function","name":"find","description":"tool text","strict":true,
						 "parameters":{"type":"object","required":["mrn"],"properties":{"mrn":{"type":"string","description":"schema text"}}}}],
						"tool_choice":{"type":"function","name":"find"},"reasoning":{"effort":"high","summary":"auto"},
						"text":{"format":{"type":"json_schema","name":"answer","schema":{"title":"format text"}},"verbosity":"low"},
						"include":["reasoning.encrypted_content"],"truncation":"auto","metadata":{"ticket":"metadata text"}}"""
					.replace("SEALED", "gAAAAABo".repeat(12)));
		assertThat(Deidentifier.texts(request)).extracting(PhiText::reveal)
			.containsExactly("instruction text", "plain text", "part text", "answer text", "refusal text",
					"summary text", "reasoning text", "find", "mrn: 964741", "output text", "part of output", "run",
					"custom text", "find", "tool text", "schema text", "find", "answer", "format text",
					"metadata text");
		assertThat(request.unscannable()).isNull();
		assertThat(request.contentForm()).isEqualTo(Form.JSON);
		assertThat(request.questions().first().reveal()).isEqualTo("plain text");
		assertThat(request.questions().last().reveal()).isEqualTo("part text");
	}

	@Test
	void readsAnInputThatIsOneText() {
		ChatRequest request = read("{\"model\":\"m\",\"input\":\"Irma?\",\"stream\":true}");
		assertThat(request.stream()).isTrue();
		assertThat(Deidentifier.texts(request)).extracting(PhiText::reveal).containsExactly("Irma?");
		assertThat(request.questions().last().reveal()).isEqualTo("Irma?");
		assertThat(request.contentForm()).isEqualTo(Form.TEXT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"input_image\",\"image_url\":\"https://x.example/a.png\"}",
			"{\"type\":\"input_file\",\"file_id\":\"file-1\"}", "{\"type\":\"input_file\",\"file_data\":\"AAAA\"}",
			"{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"AAAA\"}}", "{\"type\":\"something_new\"}" })
	void noticesPartsThatCannotBeSearched(String part) {
		assertThat(read("{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":[" + part + "]}]}").unscannable())
			.isEqualTo("input.content");
		assertThat(read("{\"model\":\"m\",\"input\":[{\"type\":\"function_call_output\",\"output\":[" + part + "]}]}")
			.unscannable()).isEqualTo("input.content");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{'type':'tool_search_call','id':'tsc_abcdefgh12345678','call_id':'call_abcdefgh12345678','execution':'client','status':'completed','arguments':{'queries':['TEXT']}}",
			"{'type':'tool_search_output','call_id':'call_abcdefgh12345678','execution':'client','status':'completed','tools':[{'type':'namespace','name':'f','description':'TEXT','tools':[]}]}",
			"{'type':'additional_tools','role':'developer','tools':[{'type':'function','name':'f','description':'TEXT','parameters':{'type':'object'}}]}",
			"{'type':'function_call','call_id':'call_abcdefgh12345678','name':'f','namespace':'g','arguments':'{\\'a\\':\\'TEXT\\'}'}",
			"{'type':'web_search_call','id':'ws_abcdefgh12345678','status':'completed','action':{'type':'search','query':'TEXT'}}",
			"{'type':'file_search_call','id':'fs_abcdefgh12345678','queries':['TEXT'],'results':[{'text':'TEXT'}]}",
			"{'type':'code_interpreter_call','id':'ci_abcdefgh12345678','code':'TEXT','outputs':null}",
			"{'type':'mcp_call','id':'mcp_abcdefgh12345678','name':'f','server_label':'g','arguments':'{}','output':'TEXT'}",
			"{'type':'shell_call_output','call_id':'call_abcdefgh12345678','output':[{'stdout':'TEXT','stderr':'','outcome':{'type':'exit','exit_code':0}}]}",
			"{'type':'apply_patch_call','call_id':'call_abcdefgh12345678','operation':{'type':'update_file','path':'p','diff':'TEXT'}}" })
	void searchesItemsOfToolsThatRunElsewhere(String item) {
		ChatRequest request = read("{\"model\":\"m\",\"input\":[" + item.replace('\'', '"') + "]}");
		assertThat(request.unscannable()).isNull();
		assertThat(Deidentifier.texts(request)).extracting(PhiText::reveal)
			.anyMatch((text) -> text.contains("TEXT"))
			.doesNotContain("completed", "client", "call_abcdefgh12345678");
	}

	@ParameterizedTest
	@ValueSource(strings = { "computer_call_output", "image_generation_call", "something_new",
			"code_interpreter_call\",\"outputs\":[{\"type\":\"image\",\"url\":\"u\"}],\"x\":\"" })
	void stillRefusesItemsThatNobodyHasLookedAt(String type) {
		assertThat(read("{\"model\":\"m\",\"input\":[{\"type\":\"" + type + "\"}]}").unscannable()).startsWith("input");
	}

	@Test
	void noticesItemsThatCannotBeSearched() {
		assertThat(read("{\"model\":\"m\",\"input\":[{\"type\":\"image_generation_call\",\"result\":\"AAAA\"}]}")
			.unscannable()).isEqualTo("input");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"store\":true|store", "\"previous_response_id\":\"resp_abcdefgh12345678\"|previous_response_id",
					"\"conversation\":\"conv_abcdefgh12345678\"|conversation",
					"\"conversation\":{\"id\":\"conv_abcdefgh12345678\"}|conversation",
					"\"background\":true|background",
					"\"input\":[{\"type\":\"item_reference\",\"id\":\"msg_abcdefgh12345678\"}]|input" })
	void noticesWhatNeedsStateAtTheProvider(String field, String name) {
		String body = field.startsWith("\"input\"") ? "{\"model\":\"m\"," + field + "}"
				: "{\"model\":\"m\",\"input\":\"x\"," + field + "}";
		ChatRequest request = read(body);
		assertThat(request.state().asked()).isEqualTo(name);
		assertThat(deidentify(request)).isEqualTo(body);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"model\":\"m\",\"input\":\"x\"}", "{ \"model\":\"m\",\"input\":\"x\",\"store\":null}",
			"{\"hilum\":{\"purpose\":\"treatment\"},\"model\":\"m\",\"input\":\"x\"}",
			"{\"model\":\"m\",\"input\":\"x\",\"store\" : false , \"previous_response_id\":null}" })
	void makesTheProviderKeepNothing(String body) {
		ChatRequest request = read(body);
		assertThat(request.state().asked()).isNull();
		Splice unstored = request.state().unstored();
		JsonNode changed = JSON.readTree(deidentify((unstored != null) ? request.with(unstored) : request));
		assertThat(changed.get("store").isBoolean()).isTrue();
		assertThat(changed.get("store").asBoolean()).isFalse();
		assertThat(changed.get("input").asString()).isEqualTo("x");
	}

	@Test
	void showsPassagesBeforeTheLastQuestion() {
		ChatRequests requests = new ChatRequests(this.reader, new ScopeKey(new byte[32]), ChatFixtures.PROPERTIES,
				Schedulers.immediate());
		List<Passage> passages = List.of(new Passage("p1", "guidelines", "d1", PhiText.of("Statins"), null, null, 0.5,
				PhiText.of("after stroke")));
		JsonNode text = JSON
			.readTree(deidentify(requests.insert(read("{\"model\":\"m\",\"input\":\"who?\"}"), passages)));
		assertThat(text.at("/input/0/role").asString()).isEqualTo("system");
		assertThat(text.at("/input/0/content").asString()).contains("[1] Statins\n> after stroke");
		assertThat(text.at("/input/1/content").asString()).isEqualTo("who?");
		JsonNode items = JSON.readTree(deidentify(requests.insert(read(
				"{\"model\":\"m\",\"input\":[{\"role\":\"developer\",\"content\":\"a\"},{\"role\":\"user\",\"content\":\"b\"}]}"),
				passages)));
		assertThat(items.at("/input/1/content").asString()).contains("after stroke");
		assertThat(items.at("/input/2/content").asString()).isEqualTo("b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"model\":\"m\"}", "{\"model\":\"m\",\"input\":null}", "{\"model\":\"m\",\"input\":[]}",
			"{\"model\":\"m\",\"input\":7}", "{\"model\":\"m\",\"input\":[\"x\"]}",
			"{\"model\":\"m\",\"input\":[{\"content\":\"x\"}]}",
			"{\"model\":\"m\",\"input\":[{\"type\":\"message\",\"content\":\"x\"}]}",
			"{\"model\":\"m\",\"input\":[{\"role\":\"tool\",\"content\":\"x\"}]}",
			"{\"model\":\"m\",\"input\":\"x\",\"store\":\"no\"}", "{\"model\":\"m\",\"input\":\"x\",\"Store\":true}",
			"{\"model\":\"m\",\"input\":\"x\",\"Previous_Response_Id\":\"resp_1\"}" })
	void refusesWhatIsNoRequest(String body) {
		assertThat(catchThrowableOfType(ProblemException.class, () -> read(body))).isNotNull();
	}

	@Test
	void knowsWhichToolsAreOffered() {
		assertThat(read("""
				{"model":"m","input":[{"type":"additional_tools","role":"developer","tools":[
				  {"type":"function","name":"later","parameters":{"type":"object"}}]},
				  {"type":"message","role":"user","content":"x"}],
				 "tools":[{"type":"namespace","name":"crm","tools":[{"type":"function","name":"find"}]},
				  {"type":"mcp","server_label":"x","server_url":"https://mcp.example"}]}""").tools())
			.containsExactlyInAnyOrder("later", "crm", "find", "mcp");
	}

	private ChatRequest read(String body) {
		return this.reader.read(RESPONSES, body.getBytes(StandardCharsets.UTF_8));
	}

	private String deidentify(ChatRequest request) {
		return new String(this.deidentifier
			.apply(request, "amelia", new Scrubbed("v1", Deidentifier.texts(request), Map.of(), Map.of()),
					PhiState.DEIDENTIFIED)
			.body(), StandardCharsets.UTF_8);
	}

}
