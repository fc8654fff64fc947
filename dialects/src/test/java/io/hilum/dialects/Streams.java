package io.hilum.dialects;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * Runs streams through translations, cut at chosen places.
 */
public final class Streams {

	private Streams() {
	}

	/**
	 * A request with a body.
	 * @param body the body
	 * @return the request; streamed if the body says so
	 */
	public static TranslationRequest request(String body) {
		boolean stream = body.contains("\"stream\":true");
		return new TranslationRequest(body.getBytes(StandardCharsets.UTF_8), "served", stream, null, 1_700_000_000L);
	}

	/**
	 * Translate a stream cut once, and one byte at a time where the cut is negative.
	 * @param translation the translation
	 * @param stream the provider's stream
	 * @param cut where it is cut
	 * @return what the client gets
	 */
	public static String translated(StreamTranslation translation, String stream, int cut) {
		byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
		AnswerStream answer = translation.stream();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		if (cut < 0) {
			for (byte sign : bytes) {
				out.writeBytes(answer.accept(new byte[] { sign }));
			}
		}
		else {
			out.writeBytes(answer.accept(Arrays.copyOf(bytes, cut)));
			out.writeBytes(answer.accept(Arrays.copyOfRange(bytes, cut, bytes.length)));
		}
		out.writeBytes(answer.end());
		return out.toString(StandardCharsets.UTF_8);
	}

	/**
	 * The data of events.
	 * @param stream whole events
	 * @return what each says; {@code [DONE]} as a missing node
	 */
	public static List<JsonNode> events(String stream) {
		List<JsonNode> events = new ArrayList<>();
		for (String event : stream.split("\n\n")) {
			String data = event.substring(event.indexOf("data: ") + 6);
			events.add(Json.readLeniently(data.getBytes(StandardCharsets.UTF_8)));
		}
		return events;
	}

}
