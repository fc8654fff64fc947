package io.hilum.dialects.anthropic;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Streams a message as the description of the API says: blocks begin empty and grow by
 * deltas; the first counts are placeholders.
 */
final class MessageEvents {

	private final StringBuilder events = new StringBuilder();

	private final int piece;

	private MessageEvents(int piece) {
		this.piece = piece;
	}

	static String of(ObjectNode message, int piece) {
		MessageEvents writer = new MessageEvents(piece);
		ObjectNode start = message.deepCopy();
		start.putArray("content");
		start.putNull("stop_reason").remove("stop_details");
		start.putObject("usage").put("input_tokens", 0).put("output_tokens", 0);
		writer.write("message_start", Json.object().set("message", start));
		for (int i = 0; i < message.path("content").size(); i++) {
			writer.block(i, (ObjectNode) message.path("content").path(i));
			writer.write("ping", Json.object());
		}
		ObjectNode end = Json.object();
		ObjectNode delta = end.putObject("delta").put("stop_reason", message.path("stop_reason").stringValue());
		if (message.has("stop_details")) {
			delta.set("stop_details", message.path("stop_details"));
		}
		end.set("usage", message.path("usage"));
		writer.write("message_delta", end);
		writer.write("message_stop", Json.object());
		return writer.events.toString();
	}

	private void block(int index, ObjectNode block) {
		ObjectNode begin = block.deepCopy();
		for (String grows : new String[] { "text", "thinking", "signature" }) {
			if (begin.has(grows)) {
				begin.put(grows, "");
			}
		}
		begin.remove("citations");
		if (begin.has("input")) {
			begin.putObject("input");
		}
		write("content_block_start", Json.object().put("index", index).set("content_block", begin));
		for (JsonNode citation : block.path("citations")) {
			delta(index, "citations_delta", "citation", citation);
		}
		grow(index, "text_delta", "text", block.path("text").asString(""));
		grow(index, "thinking_delta", "thinking", block.path("thinking").asString(""));
		grow(index, "signature_delta", "signature", block.path("signature").asString(""));
		grow(index, "input_json_delta", "partial_json",
				block.path("input").isEmpty() ? "" : block.path("input").toString());
		write("content_block_stop", Json.object().put("index", index));
	}

	private void grow(int index, String type, String name, String text) {
		for (int at = 0; at < text.length();) {
			int end = text.offsetByCodePoints(at, Math.min(this.piece, text.codePointCount(at, text.length())));
			delta(index, type, name, Json.mapper().getNodeFactory().stringNode(text.substring(at, end)));
			at = end;
		}
	}

	private void delta(int index, String type, String name, JsonNode value) {
		write("content_block_delta",
				Json.object().put("index", index).set("delta", Json.object().put("type", type).set(name, value)));
	}

	private void write(String type, JsonNode fields) {
		ObjectNode data = Json.object().put("type", type);
		data.setAll((ObjectNode) fields);
		this.events.append("event: ").append(type).append("\ndata: ").append(data).append("\n\n");
	}

}
