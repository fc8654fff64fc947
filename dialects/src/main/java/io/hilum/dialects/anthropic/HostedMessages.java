package io.hilum.dialects.anthropic;

import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatRequests;
import io.hilum.dialects.json.Json;
import io.hilum.dialects.json.RequestFields;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests in Anthropic's own dialect to those who host its models: only what stands
 * around a request differs, everything else goes on as the client said it.
 */
public final class HostedMessages {

	private static final String BETAS = "anthropic_beta";

	private HostedMessages() {
	}

	/**
	 * For Vertex AI, which takes names of betas in a header.
	 * @param request what the client asks
	 * @return the body
	 */
	public static byte[] vertex(TranslationRequest request) {
		return Json.write(body(request, Envelope.VERTEX));
	}

	/**
	 * For Vertex AI's counting of tokens, which is a model of its own and is told in the
	 * body whose tokens are meant.
	 * @param request what the client asks
	 * @return the body
	 */
	public static byte[] vertexCount(TranslationRequest request) {
		ObjectNode body = body(request, Envelope.VERTEX);
		body.remove("stream");
		return Json.write(body.put("model", request.model().substring(request.model().lastIndexOf('/') + 1)));
	}

	/**
	 * For Bedrock's InvokeModel, which takes names of betas in the body, and nothing
	 * about the end user.
	 * @param request what the client asks
	 * @return the body
	 */
	public static byte[] bedrock(TranslationRequest request) {
		ObjectNode body = body(request, Envelope.BEDROCK);
		body.remove("metadata");
		if (!request.betas().isEmpty()) {
			request.betas().forEach(body.putArray(BETAS)::add);
		}
		return Json.write(body);
	}

	/**
	 * Which betas are used is for the catalogue to say, so that none may be named in the
	 * body.
	 */
	private static ObjectNode body(TranslationRequest request, Envelope envelope) {
		ObjectNode body = ChatRequests.body(request);
		new RequestFields(body, "", MessagesRequest.PROVIDER).refuseUnless(BETAS, "[]");
		body.remove(BETAS);
		body.remove("model");
		body.remove("stream");
		envelope.write(request, body);
		return body;
	}

}
