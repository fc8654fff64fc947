package io.hilum.dialects.anthropic;

import io.hilum.dialects.UntranslatableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link Conversation} and the kinds of messages in it.
 */
class ConversationTests {

	private static final String CALLS = "{'role':'assistant','content':null,'tool_calls':[{'id':'a','type':'function',"
			+ "'function':{'name':'f','arguments':'{\\'x\\':1}'}},{'id':'b','type':'function','function':{'name':'f','arguments':''}}]}";

	private static JsonNode messages(String messages) {
		return sent(messages).path("messages");
	}

	private static JsonNode sent(String messages) {
		return Requests.sent("{'messages':[" + messages.replace("\\'", "\\\"") + "]}");
	}

	private static void assertRefused(String messages, String param) {
		assertThatExceptionOfType(UntranslatableException.class)
			.isThrownBy(() -> Requests.translate("{'messages':[" + messages.replace("\\'", "\\\"") + "]}"))
			.satisfies((refusal) -> assertThat(refusal.param()).isEqualTo(param));
	}

	@Test
	void whatTheSystemSaysStandsBeforeTheTurns() {
		JsonNode sent = sent("{'role':'system','content':'One'},{'role':'user','content':'Hi'},"
				+ "{'role':'developer','content':[{'type':'text','text':'Two','cache_control':{'type':'ephemeral','ttl':'1h'}}]}");
		assertThat(sent.path("system")).hasToString("[{\"type\":\"text\",\"text\":\"One\"},"
				+ "{\"type\":\"text\",\"text\":\"Two\",\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"1h\"}}]");
		assertThat(sent.path("messages").size()).isEqualTo(1);
	}

	@Test
	void neighboursOfOneRoleAreOneTurn() {
		assertThat(messages("{'role':'user','content':'a'},{'role':'user','content':'b'},"
				+ "{'role':'assistant','content':'c'},{'role':'assistant','content':'d'},{'role':'user','content':'e'}"))
			.hasToString("[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"a\"},"
					+ "{\"type\":\"text\",\"text\":\"b\"}]},{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"c\"},"
					+ "{\"type\":\"text\",\"text\":\"d\"}]},{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"e\"}]}]");
	}

	@Test
	void resultsOfParallelCallsAreOneTurnEachWithTheIdOfItsCall() {
		JsonNode messages = messages("{'role':'user','content':'x'}," + CALLS
				+ ",{'role':'tool','tool_call_id':'b','name':'f','content':'second'},"
				+ "{'role':'user','content':'and?'},{'role':'tool','tool_call_id':'a','content':"
				+ "[{'type':'text','text':'first'},{'type':'image_url','image_url':{'url':'https://x/y.png'}}]}");
		assertThat(messages.path(1).path("content"))
			.hasToString("[{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"f\",\"input\":{\"x\":1}},"
					+ "{\"type\":\"tool_use\",\"id\":\"b\",\"name\":\"f\",\"input\":{}}]");
		assertThat(messages.path(2).path("content")).hasToString(
				"[{\"type\":\"tool_result\",\"tool_use_id\":\"b\",\"content\":[{\"type\":\"text\",\"text\":\"second\"}]},"
						+ "{\"type\":\"tool_result\",\"tool_use_id\":\"a\",\"content\":[{\"type\":\"text\",\"text\":\"first\"},"
						+ "{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":\"https://x/y.png\"}}]},"
						+ "{\"type\":\"text\",\"text\":\"and?\"}]");
		assertThat(messages.size()).isEqualTo(3);
	}

	@Test
	void idsOfOtherProvidersStayApart() {
		assertThat(ToolIds.forAnthropic("toolu_1-A")).isEqualTo("toolu_1-A");
		assertThat(ToolIds.forAnthropic("f:0")).isEqualTo("hex_663a30").isNotEqualTo(ToolIds.forAnthropic("f.0"));
		assertThat(ToolIds.forAnthropic("")).isEqualTo("hex_");
	}

	@Test
	void emptyContentIsLeftOut() {
		assertThat(messages("{'role':'user','content':'a'},{'role':'assistant','content':''},"
				+ "{'role':'user','content':[{'type':'text','text':' '},{'type':'text','text':'b'}]},"
				+ "{'role':'assistant','content':'\\n','tool_calls':[{'id':'a','type':'function','function':{'name':'f','arguments':'{}'}}]},"
				+ "{'role':'tool','tool_call_id':'a','content':''}"))
			.hasToString("[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"a\"},"
					+ "{\"type\":\"text\",\"text\":\"b\"}]},{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"f\",\"input\":{}}]},"
					+ "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"a\"}]}]");
		assertRefused("{'role':'user','content':''}", "messages");
		assertRefused("{'role':'system','content':'alone'}", "messages");
	}

	@Test
	void thinkingGoesBackAsItCame() {
		JsonNode messages = messages("{'role':'user','content':'a'},{'role':'assistant','content':'b','refusal':null,"
				+ "'reasoning_content':'hm','annotations':[],'thinking_blocks':[{'type':'thinking','thinking':'hm',"
				+ "'signature':'sig','index':0},{'type':'redacted_thinking','data':'enc','index':1}]}");
		assertThat(messages.path(1).path("content"))
			.hasToString("[{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"sig\"},"
					+ "{\"type\":\"redacted_thinking\",\"data\":\"enc\"},{\"type\":\"text\",\"text\":\"b\"}]");
		assertRefused("{'role':'assistant','content':'b','thinking_blocks':[{'type':'thinking','thinking':'hm'}]}",
				"messages[0].thinking_blocks[0].signature");
	}

	@Test
	void refusalThatWasSaidIsText() {
		assertThat(messages("{'role':'user','content':'a'},{'role':'assistant','content':null,'refusal':'No.'}").path(1)
			.path("content")).hasToString("[{\"type\":\"text\",\"text\":\"No.\"}]");
	}

	@Test
	void markOfAMessageIsOnItsLastBlock() {
		JsonNode content = messages("{'role':'user','cache_control':{'type':'ephemeral'},'content':["
				+ "{'type':'text','text':'a'},{'type':'text','text':'b'}]}")
			.path(0)
			.path("content");
		assertThat(content).hasToString("[{\"type\":\"text\",\"text\":\"a\"},"
				+ "{\"type\":\"text\",\"text\":\"b\",\"cache_control\":{\"type\":\"ephemeral\"}}]");
		assertRefused("{'role':'user','cache_control':{'type':'ephemeral','scope':'all'},'content':'a'}",
				"messages[0].cache_control.scope");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "data:image/png;base64,QUJD|image|image/png|QUJD",
					"data:image/jpg;base64,QQ==|image|image/jpeg|QQ==",
					"data:application/pdf;base64,QUJD|document|application/pdf|QUJD" })
	void dataUrlIsTakenApart(String url, String type, String mediaType, String data) {
		assertThat(messages(
				"{'role':'user','content':[{'type':'image_url','image_url':{'url':'" + url + "','detail':'high'}}]}")
			.path(0)
			.path("content")
			.path(0))
			.hasToString("{\"type\":\"" + type + "\",\"source\":{\"type\":\"base64\",\"media_type\":\"" + mediaType
					+ "\",\"data\":\"" + data + "\"}}");
	}

	@Test
	void fileIsADocumentWithItsName() {
		String file = "{'role':'user','content':[{'type':'file','file':{'filename':'n.pdf','file_data':'%s'},"
				+ "'citations':{'enabled':true}}]}";
		assertThat(messages(file.formatted("data:application/pdf;base64,QUJD")).path(0).path("content").path(0))
			.hasToString("{\"type\":\"document\",\"source\":{\"type\":\"base64\",\"media_type\":\"application/pdf\","
					+ "\"data\":\"QUJD\"},\"title\":\"n.pdf\",\"citations\":{\"enabled\":true}}");
		assertThat(messages(file.formatted("data:text/plain;base64,R3LDvMOf")).path(0).path("content").path(0))
			.hasToString("{\"type\":\"document\",\"source\":{\"type\":\"text\",\"media_type\":\"text/plain\","
					+ "\"data\":\"Grüß\"},\"title\":\"n.pdf\",\"citations\":{\"enabled\":true}}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
			"{'role':'user','content':[{'type':'input_audio','input_audio':{}}]}|messages[0].content[0].type",
			"{'role':'user','content':[{'type':'image_url','image_url':{'url':'ftp://x'}}]}|messages[0].content[0].image_url.url",
			"{'role':'user','content':[{'type':'image_url','image_url':{'url':'data:image/tiff;base64,QQ=='}}]}|messages[0].content[0].image_url.url",
			"{'role':'user','content':[{'type':'image_url','image_url':{'url':'data:text/plain,a'}}]}|messages[0].content[0].image_url.url",
			"{'role':'user','content':[{'type':'file','file':{'file_id':'file-1'}}]}|messages[0].content[0].file.file_id",
			"{'role':'user','content':[{'type':'text','text':'a','extra':1}]}|messages[0].content[0].extra",
			"{'role':'user','content':'a','name':'Ann'}|messages[0].name",
			"{'role':'user','content':5}|messages[0].content", "{'role':'function','content':'a'}|messages[0].role",
			"{'role':'system','content':[{'type':'image_url','image_url':{'url':'https://x'}}]}|messages[0].content[0].type",
			"{'role':'tool','content':'a'}|messages[0].tool_call_id",
			"{'role':'assistant','content':'a','audio':{'id':'x'}}|messages[0].audio",
			"{'role':'assistant','tool_calls':[{'id':'a','type':'custom','custom':{}}]}|messages[0].tool_calls[0].type",
			"{'role':'assistant','tool_calls':[{'id':'a','function':{'name':'f','arguments':'[1]'}}]}|messages[0].tool_calls[0].function.arguments" })
	void whatCannotBeSaidIsRefusedByName(String message, String param) {
		assertRefused(message, param);
	}

}
