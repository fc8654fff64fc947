package io.hilum.gateway;

import java.net.http.HttpResponse;

import io.hilum.gateway.harness.RunningGateway;
import io.hilum.gateway.harness.ScriptedService.Received;
import io.hilum.gateway.harness.ScriptedService.Reply;
import io.hilum.trust.context.PhiState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Images, audio and files in every place where an API has them: refused in its form
 * unless the role lets them pass, and then raw, with the text beside them de-identified.
 */
class MediaIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String TEXT = "Irma Peter, MRN 964741?";

	private static final String BLOB = "iVBORw0KGgo".repeat(30);

	private RunningGateway gateway = RunningGateway.shared();

	@BeforeEach
	void reset() {
		this.gateway = RunningGateway.shared();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"/v1/chat/completions|{'role':'user','content':[TEXT,{'type':'image_url','image_url':{'url':'data:image/png;base64,BLOB'}}]}",
			"/v1/chat/completions|{'role':'user','content':[{'type':'image_url','image_url':{'url':'https://x.example/a.png'}},TEXT]}",
			"/v1/chat/completions|{'role':'user','content':[TEXT,{'type':'input_audio','input_audio':{'data':'BLOB','format':'wav'}}]}",
			"/v1/chat/completions|{'role':'user','content':[TEXT,{'type':'file','file':{'file_data':'data:application/pdf;base64,BLOB','filename':'a.pdf'}}]}",
			"/v1/chat/completions|{'role':'user','content':[TEXT,{'type':'file','file':{'file_id':'file-1'}}]}",
			"/v1/chat/completions|{'role':'user','content':[TEXT,{'type':'video_url','video_url':{'url':'https://x.example/a.mp4'}}]}",
			"/v1/chat/completions|{'role':'tool','tool_call_id':'call_abcdefgh','content':[TEXT,{'type':'image_url','image_url':{'url':'data:image/png;base64,BLOB'}}]}",
			"/v1/chat/completions|{'role':'assistant','content':[TEXT],'audio':{'id':'audio_1'}}",
			"/v1/chat/completions|{'role':'user','content':[TEXT,{'type':'hologram','url':'https://x.example/a'}]}",
			"/v1/responses|{'role':'user','content':[TEXT,{'type':'input_image','image_url':'data:image/png;base64,BLOB'}]}",
			"/v1/responses|{'role':'user','content':[TEXT,{'type':'input_image','image_url':'https://x.example/a.png'}]}",
			"/v1/responses|{'role':'user','content':[TEXT,{'type':'input_image','file_id':'file-1'}]}",
			"/v1/responses|{'role':'user','content':[TEXT,{'type':'input_file','file_data':'data:application/pdf;base64,BLOB','filename':'a.pdf'}]}",
			"/v1/responses|{'role':'user','content':[TEXT,{'type':'input_file','file_url':'https://x.example/a.pdf'}]}",
			"/v1/responses|{'role':'user','content':[TEXT,{'type':'input_audio','input_audio':{'data':'BLOB','format':'wav'}}]}",
			"/v1/responses|{'type':'function_call_output','call_id':'call_abcdefgh','output':[TEXT,{'type':'input_image','image_url':'data:image/png;base64,BLOB'}]}",
			"/v1/responses|{'type':'function_call_output','call_id':'call_abcdefgh','output':{'type':'input_image','image_url':'https://x.example/a.png','text':'Irma Peter, MRN 964741?'}}",
			"/v1/responses|{'type':'computer_call_output','call_id':'call_abcdefgh','output':{'type':'computer_screenshot','image_url':'data:image/png;base64,BLOB'},'note':'Irma Peter, MRN 964741?'}",
			"/v1/responses|{'type':'image_generation_call','id':'ig_abcdefgh','status':'completed','result':'BLOB','revised_prompt':'Irma Peter, MRN 964741?'}",
			"/v1/messages|{'role':'user','content':[TEXT,{'type':'image','source':{'type':'base64','media_type':'image/png','data':'BLOB'}}]}",
			"/v1/messages|{'role':'user','content':[TEXT,{'type':'image','source':{'type':'url','url':'https://x.example/a.png'}}]}",
			"/v1/messages|{'role':'user','content':[TEXT,{'type':'image','source':{'type':'file','file_id':'file_1'}}]}",
			"/v1/messages|{'role':'user','content':[TEXT,{'type':'document','source':{'type':'base64','media_type':'application/pdf','data':'BLOB'}}]}",
			"/v1/messages|{'role':'user','content':[TEXT,{'type':'document','source':{'type':'url','url':'https://x.example/a.pdf'}}]}",
			"/v1/messages|{'role':'user','content':[TEXT,{'type':'container_upload','file_id':'file_1'}]}",
			"/v1/messages|{'role':'user','content':[{'type':'tool_result','tool_use_id':'toolu_abcdefgh','content':[TEXT,{'type':'image','source':{'type':'base64','media_type':'image/png','data':'BLOB'}}]}]}",
			"/v1/messages|{'role':'user','content':[TEXT,{'type':'tool_result','tool_use_id':'toolu_abcdefgh','content':{'type':'image','source':{'type':'url','url':'https://x.example/a.png'}}}]}",
			"/v1/messages|{'role':'assistant','content':[TEXT,{'type':'web_fetch_tool_result','tool_use_id':'srvtoolu_abcdefgh','content':{'type':'web_fetch_result','url':'https://x.example','content':{'type':'document','source':{'type':'base64','media_type':'application/pdf','data':'BLOB'}}}}]}",
			"/v1/messages/count_tokens|{'role':'user','content':[TEXT,{'type':'image','source':{'type':'base64','media_type':'image/png','data':'BLOB'}}]}" })
	void passOnlyWhereTheRoleSaysSo(String path, String turn) {
		refuses(path, body(path, turn));
		letsPass(path, body(path, turn));
	}

	private void refuses(String path, String body) {
		HttpResponse<String> answer = post(path, "Clinician", body);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
		JsonNode told = JSON.readTree(answer.body());
		JsonNode error = told.get("error");
		assertThat(error.get("type").asString()).isEqualTo("invalid_request_error");
		assertThat(error.get("message").asString()).contains("cannot be searched", "media: allow")
			.doesNotContain("Irma", "x.example", BLOB);
		if (path.startsWith("/v1/messages")) {
			assertThat(told.get("type").asString()).isEqualTo("error");
		}
		else {
			assertThat(error.get("code").asString()).isEqualTo("unscannable_content");
		}
		assertThat(this.gateway.routing.received()).isEmpty();
		assertThat(this.gateway.scrubber.received()).isEmpty();
	}

	private void letsPass(String path, String body) {
		this.gateway.routing.follow((request) -> Reply.json(200, "{}"));
		HttpResponse<String> answer = post(path, "Imager", body);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		Received scrubbed = this.gateway.scrubber.received().getFirst();
		assertThat(scrubbed.body()).contains(TEXT).doesNotContain(BLOB);
		Received routed = this.gateway.routing.received().getFirst();
		assertThat(routed.body()).contains("[NAME_7KQ2], MRN [MRN_M4TX]?").doesNotContain("Irma", "964741");
		assertThat(routed.body().contains(BLOB)).isEqualTo(body.contains(BLOB));
		assertThat(this.gateway.contextFor("routing-service", routed).phi()).isEqualTo(PhiState.RAW);
		assertThat(routed.headers()).containsEntry("hilum-text", "deidentified");
		this.gateway.routing.received().clear();
		post(path, "Archive", body);
		assertThat(this.gateway.routing.received().getFirst().body()).contains(TEXT);
		assertThat(this.gateway.routing.received().getFirst().headers()).doesNotContainKey("hilum-text");
	}

	private HttpResponse<String> post(String path, String role, String body) {
		return this.gateway.send(this.gateway.post(path, this.gateway.issuer.token("imogen", role), body).build());
	}

	private static String body(String path, String turn) {
		String type = path.equals("/v1/responses") ? "input_text" : "text";
		String part = "{'type':'" + type + "','text':'" + TEXT + "'}";
		String json = "{'model':'sandbox','max_tokens':9,'" + (path.equals("/v1/responses") ? "input" : "messages")
				+ "':[" + turn.replace("TEXT", part).replace("BLOB", BLOB) + "]}";
		return json.replace('\'', '"');
	}

}
