package io.hilum.routing.answer;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

import io.hilum.routing.answer.AnswerForm.WholeAnswer;
import io.hilum.dialects.json.Json;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.tokens.TokenCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AnswerForm} of whole answers.
 */
class AnswerFormTests {

	@Test
	void readsTheUsageOfEveryDialect() {
		assertThat(whole(Endpoint.RESPONSES,
				"{\"object\":\"response\",\"error\":{\"code\":\"server_error\"},\"status\":\"failed\",\"usage\":{\"input_tokens\":10,\"input_tokens_details\":{\"cached_tokens\":4},\"output_tokens\":7}}")
			.facts()).satisfies((facts) -> {
				assertThat(facts.error()).isFalse();
				assertThat(facts.usage()).isEqualTo(new TokenCounts(6, 4, 0, 7, 0, 0, 0));
			});
		assertThat(whole(Endpoint.MESSAGES,
				"{\"type\":\"message\",\"model\":\"c\",\"usage\":{\"input_tokens\":10,\"cache_read_input_tokens\":4,\"cache_creation_input_tokens\":2,\"output_tokens\":7}}")
			.facts()
			.usage()).isEqualTo(new TokenCounts(10, 4, 2, 7, 0, 0, 0));
		assertThat(
				whole(Endpoint.EMBEDDINGS, "{\"data\":[],\"usage\":{\"prompt_tokens\":8,\"total_tokens\":8}}").facts()
					.usage())
			.isEqualTo(TokenCounts.of(8, 0));
	}

	@Test
	void countsCachesOnceWhereBothDialectsTellThem() {
		assertThat(whole(Endpoint.CHAT_COMPLETIONS,
				"{\"choices\":[],\"usage\":{\"cache_read_input_tokens\":4,\"cache_creation_input_tokens\":2,\"prompt_tokens\":10,\"completion_tokens\":7,\"prompt_tokens_details\":{\"cached_tokens\":4}}}")
			.facts()
			.usage()).isEqualTo(new TokenCounts(4, 4, 2, 7, 0, 0, 0));
	}

	@Test
	void countsReasoningThatStandsBesideTheCompletion() {
		assertThat(whole(Endpoint.CHAT_COMPLETIONS,
				"{\"choices\":[],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":7,\"total_tokens\":117,\"completion_tokens_details\":{\"reasoning_tokens\":100}}}")
			.facts()
			.usage()).isEqualTo(new TokenCounts(10, 0, 0, 7, 100, 0, 0));
	}

	@ParameterizedTest
	@CsvSource({ "7.0,7", "99999999999999999999999,1099511627776", "-3,0", "\"7\",0", "null,0" })
	void countsWhateverNumberItIs(String number, long count) {
		AnswerForm.WholeAnswer answer = whole(Endpoint.CHAT_COMPLETIONS,
				"{\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":" + number + "}}");
		assertThat(answer.facts().usage()).isEqualTo(TokenCounts.of(5, count));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"{'choices':[{'index':0,'finish_reason':'content_filter'}]}|{'choices':[{'index':0,'finish_reason':'content_filter','message':{'role':'assistant','content':null}}]}",
			"{'id':'x','choices':null}|{'id':'x','choices':[]}", "{'choices':[null]}|{'choices':[]}",
			"{'choices':[{'message':{'role':'assistant','content':[{'type':'text','text':'A'}]}}]}|{'choices':[{'message':{'role':'assistant','content':'A'},'index':0,'finish_reason':'stop'}]}",
			"{'choices':[{'index':0,'finish_reason':'stop','message':{'role':'assistant','content':[{'type':'thinking','thinking':'T'},'A',{'type':'image_url','image_url':{'url':'u'}}]}}]}|{'choices':[{'index':0,'finish_reason':'stop','message':{'role':'assistant','content':'A','images':[{'type':'image_url','image_url':{'url':'u'}}],'reasoning_content':'T'}}]}",
			"{'choices':[{'index':0,'finish_reason':'stop','message':{'role':'assistant','content':'A','tool_calls':''}}]}|{'choices':[{'index':0,'finish_reason':'stop','message':{'role':'assistant','content':'A'}}]}",
			"{'choices':[{'index':0,'finish_reason':'stop','message':{'role':'assistant','content':null,'tool_calls':[null,{'id':'a','type':'function','function':{'name':'f','arguments':null}}]}}]}|{'choices':[{'index':0,'finish_reason':'stop','message':{'role':'assistant','content':null,'tool_calls':[{'id':'a','type':'function','function':{'name':'f','arguments':'{}'}}]}}]}",
			"{'choices':[{'index':0,'message':{'role':'assistant','content':null,'tool_calls':{'id':'a','function':{'name':'f','arguments':{'x':1}}}}}]}|{'choices':[{'index':0,'message':{'role':'assistant','content':null,'tool_calls':[{'id':'a','function':{'name':'f','arguments':'{\\\"x\\\":1}'},'type':'function'}]},'finish_reason':'tool_calls'}]}" })
	void mendsWhatClientsCannotRead(String answer, String mended) {
		byte[] bytes = whole(Endpoint.CHAT_COMPLETIONS, answer.replace('\'', '"')).bytes();
		assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(mended.replace('\'', '"'));
	}

	@Test
	void namesCallsThatHaveNoName() {
		String calls = "{\"id\":\"%s\",\"choices\":[{\"index\":0,\"finish_reason\":\"tool_calls\",\"message\":{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}},{\"id\":\"\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}}]}";
		Set<String> ids = new HashSet<>();
		for (String answer : new String[] { "one", "two" }) {
			Json.readAnswer(whole(Endpoint.CHAT_COMPLETIONS, calls.formatted(answer)).bytes())
				.at("/choices/0/message/tool_calls")
				.forEach((call) -> ids.add(call.path("id").asString()));
		}
		assertThat(ids).hasSize(4).allMatch((id) -> id.matches("call_[0-9a-f]{32}"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"{ \"choices\" : [{\"index\":0,\"finish_reason\":null,\"message\":{\"content\":\"A\",\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"a\",\"type\":\"custom\",\"custom\":{\"input\":\"x\"}},{\"function\":{\"name\":\"f\",\"arguments\":\"\"},\"id\":\"b\",\"type\":\"function\"}]}}] , \"a\":1.50 }",
			"{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":null,\"tool_calls\":null,\"annotations\":[{\"a\":[1]}]}}]}" })
	void leavesSoundAnswersAsTheyAre(String answer) {
		byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
		assertThat(AnswerForm.of(Endpoint.CHAT_COMPLETIONS).whole(bytes)).isNotNull()
			.satisfies((whole) -> assertThat(whole.bytes()).isSameAs(bytes));
	}

	@Test
	void takesNoErrorForAnAnswer() {
		assertThat(whole(Endpoint.CHAT_COMPLETIONS, "{\"object\":\"error\",\"message\":\"m\",\"code\":400}").facts()
			.error()).isTrue();
		assertThat(AnswerForm.of(Endpoint.CHAT_COMPLETIONS)
			.whole("{\"detail\":\"Not Found\"}".getBytes(StandardCharsets.UTF_8))).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{'error':'m'}|m", "{'message':'m','object':'error'}|m", "{'detail':'m'}|m",
			"{'detail':[{'loc':['body','x'],'msg':'m','type':'missing'}]}|m",
			"[{'error':{'code':400,'message':'m'}}]|m", "{'object':'error','message':{'detail':[{'msg':'m'}]}}|m",
			"{'error':{'message':['m']}}|m", "{'error':{'message':{'error':{'message':{'x':1}}}}}|''",
			"{'errors':['m']}|m", "'m'|''", "[]|''", "{}|''" })
	void findsTheWordsOfErrorsOfAnyShape(String error, String words) {
		assertThat(ErrorObject.in(Json.readLeniently(error.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
			.path("message")
			.asString("")).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"error\":{\"status\":400,\"code\":\"content_filter\"}}|400",
			"{\"error\":{\"message\":\"m\",\"code\":429}}|429", "{\"error\":{\"type\":\"overloaded_error\"}}|529",
			"{\"error\":{\"type\":\"rate_limit_error\",\"code\":null}}|429",
			"{\"error\":{\"type\":\"x\",\"code\":\"context_length_exceeded\"}}|400", "{\"error\":\"m\"}|0",
			"{\"type\":\"error\",\"code\":\"server_error\",\"message\":\"m\"}|500" })
	void readsTheStatusOfErrorsThatCameAsAnswers(String error, int status) {
		byte[] bytes = error.getBytes(StandardCharsets.UTF_8);
		assertThat(ErrorObject.read(bytes, 0, bytes.length).status()).isEqualTo(status);
	}

	private static WholeAnswer whole(Endpoint endpoint, String answer) {
		WholeAnswer whole = AnswerForm.of(endpoint).whole(answer.getBytes(StandardCharsets.UTF_8));
		assertThat(whole).isNotNull();
		return whole;
	}

}
