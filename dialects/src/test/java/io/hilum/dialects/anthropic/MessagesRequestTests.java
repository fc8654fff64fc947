package io.hilum.dialects.anthropic;

import java.nio.charset.StandardCharsets;

import io.hilum.dialects.UntranslatableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link MessagesRequest}.
 */
class MessagesRequestTests {

	@Test
	void smallestRequestHasALimitAllTheSame() {
		assertThat(Requests.sent(Requests.hello(""))).hasToString("{\"model\":\"claude-sonnet-4-5\","
				+ "\"max_tokens\":4096,\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hello\"}]}]}");
		assertThat(Requests.sent("m", Requests.hello(""), 64_000).path("max_tokens").intValue()).isEqualTo(64_000);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~',
			value = { "'max_tokens':5,5", "'max_completion_tokens':6,6", "'max_tokens':5;'max_completion_tokens':6,6" })
	void clientsLimitComesFirst(String fields, int limit) {
		String chat = Requests.hello(fields.replace(';', ','));
		assertThat(Requests.sent("m", chat, 64_000).path("max_tokens").intValue()).isEqualTo(limit);
	}

	@Test
	void samplingAndServiceHaveTheirNames() {
		JsonNode sent = Requests.sent(Requests.hello("'temperature':0.5,'top_p':0.9,'top_k':40,'stop':'END',"
				+ "'user':'u1','service_tier':'default','cache_control':{'type':'ephemeral'}"));
		assertThat(sent.path("temperature").doubleValue()).isEqualTo(0.5);
		assertThat(sent.path("top_p").doubleValue()).isEqualTo(0.9);
		assertThat(sent.path("top_k").intValue()).isEqualTo(40);
		assertThat(sent.path("stop_sequences")).hasToString("[\"END\"]");
		assertThat(sent.path("metadata")).hasToString("{\"user_id\":\"u1\"}");
		assertThat(sent.path("service_tier").stringValue()).isEqualTo("standard_only");
		assertThat(sent.path("cache_control")).hasToString("{\"type\":\"ephemeral\"}");
		JsonNode other = Requests.sent(Requests.hello("'stop':['a','b'],'user':'u','safety_identifier':'s'"));
		assertThat(other.path("stop_sequences")).hasToString("[\"a\",\"b\"]");
		assertThat(other.path("metadata").path("user_id").stringValue()).isEqualTo("s");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'n':2", "'logprobs':true", "'top_logprobs':3", "'logit_bias':{'5':1}", "'seed':1",
			"'presence_penalty':0.5", "'frequency_penalty':-1", "'modalities':['text','audio']",
			"'audio':{'voice':'x'}", "'store':true", "'metadata':{'a':'b'}", "'verbosity':'low'",
			"'service_tier':'flex'", "'temperature':1.5", "'prediction':{}", "'web_search_options':{}",
			"'functions':[]", "'anything':1" })
	void whatAnthropicCannotDoIsRefusedByName(String field) {
		String name = field.substring(1, field.indexOf('\'', 1));
		assertThatExceptionOfType(UntranslatableException.class)
			.isThrownBy(() -> Requests.translate(Requests.hello(field)))
			.satisfies((refusal) -> assertThat(refusal.param()).isEqualTo(name))
			.withMessageContaining("Anthropic does not support " + name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'n':1", "'logprobs':false", "'presence_penalty':0", "'frequency_penalty':0.0",
			"'modalities':['text']", "'seed':null", "'stream_options':{'include_usage':true}", "'prompt_cache_key':'k'",
			"'response_format':{'type':'text'}", "'logit_bias':{}", "'tools':[]", "'reasoning_effort':'none'",
			"'parallel_tool_calls':false", "'tool_choice':'none'" })
	void whatChangesNothingIsPassedOver(String field) {
		assertThat(Requests.sent(Requests.hello(field))).isEqualTo(Requests.sent(Requests.hello("")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'max_tokens':0", "'max_tokens':'5'", "'max_completion_tokens':1.5" })
	void limitIsAWholeNumber(String field) {
		assertThatExceptionOfType(UntranslatableException.class)
			.isThrownBy(() -> Requests.translate(Requests.hello(field)))
			.withMessageContaining("must be a whole number above 0");
	}

	@Test
	void schemaOfTheOutputIsClosed() {
		JsonNode sent = Requests.sent(Requests.hello("""
				'response_format':{'type':'json_schema','json_schema':{'name':'n','strict':true,'schema':{
				'type':'object','properties':{'type':{'type':'string'},'list':{'type':'array','items':
				{'anyOf':[{'type':'object','properties':{}},{'$ref':'#/$defs/d'}]}}},
				'$defs':{'d':{'type':'object','additionalProperties':true}}}}}"""));
		assertThat(sent.path("output_config")).hasToString(
				"{\"format\":{\"type\":\"json_schema\",\"schema\":{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"string\"},"
						+ "\"list\":{\"type\":\"array\",\"items\":{\"anyOf\":[{\"type\":\"object\",\"properties\":{},"
						+ "\"additionalProperties\":false},{\"$ref\":\"#/$defs/d\"}]}}},"
						+ "\"$defs\":{\"d\":{\"type\":\"object\",\"additionalProperties\":true}},\"additionalProperties\":false}}}");
	}

	@Test
	void jsonWithoutASchemaIsRefused() {
		assertThatExceptionOfType(UntranslatableException.class)
			.isThrownBy(() -> Requests.translate(Requests.hello("'response_format':{'type':'json_object'}")))
			.satisfies((refusal) -> assertThat(refusal.param()).isEqualTo("response_format.type"));
	}

	@Test
	void vertexSaysTheVersionInTheBodyAndTheModelInThePath() {
		String chat = Requests.hello("'max_tokens':5");
		String rest = "\"max_tokens\":5,\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hello\"}]}]}";
		assertThat(ChatToMessages.vertex(64).translate(Requests.call("m", chat, null)).request())
			.asString(StandardCharsets.UTF_8)
			.isEqualTo("{\"anthropic_version\":\"vertex-2023-10-16\"," + rest);
	}

}
