package io.hilum.dialects.anthropic;

import io.hilum.dialects.TranslationRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands around a request, by who hosts the model.
 *
 * @param model whether the body names the model
 * @param stream whether the body says that the answer is streamed
 * @param version the version of the API, if the body says it and no header does
 */
record Envelope(boolean model, boolean stream, @Nullable String version) {

	static final Envelope DIRECT = new Envelope(true, true, null);

	static final Envelope VERTEX = new Envelope(false, true, "vertex-2023-10-16");

	static final Envelope BEDROCK = new Envelope(false, false, "bedrock-2023-05-31");

	void write(TranslationRequest request, ObjectNode body) {
		if (this.model) {
			body.put("model", request.model());
		}
		if (this.version != null) {
			body.put("anthropic_version", this.version);
		}
		if (this.stream && request.stream()) {
			body.put("stream", true);
		}
	}

}
