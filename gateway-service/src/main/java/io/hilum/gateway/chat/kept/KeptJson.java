package io.hilum.gateway.chat.kept;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hilum.gateway.chat.answer.Originals;
import io.hilum.gateway.phi.Form;
import io.hilum.gateway.phi.Restorer;
import io.hilum.trust.text.PhiText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an id of a response holds, as short as it gets. What was taken out and finds no
 * room is left out, and stays a pseudonym when the response is read again.
 */
final class KeptJson {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int MAX_BYTES = 1 << 20;

	private KeptJson() {
	}

	/**
	 * Write a response.
	 * @param response the response
	 * @param room how many bytes there are for what was taken out
	 * @return the bytes
	 */
	static byte[] write(KeptResponse response, int room) {
		Map<String, String> pseudonyms = new LinkedHashMap<>();
		response.originals().restorer().pseudonyms().forEach((name, text) -> pseudonyms.put(name, text.reveal()));
		byte[] written = deflate(content(response, pseudonyms));
		while (written.length > room && !pseudonyms.isEmpty()) {
			leaveOut(pseudonyms, pseudonyms.size() / 4 + 1);
			written = deflate(content(response, pseudonyms));
		}
		return written;
	}

	private static void leaveOut(Map<String, String> pseudonyms, int count) {
		var entries = pseudonyms.entrySet().iterator();
		for (int i = 0; i < count; i++) {
			entries.next();
			entries.remove();
		}
	}

	private static Content content(KeptResponse response, Map<String, String> pseudonyms) {
		Originals originals = response.originals();
		return new Content(response.id(), response.provider(), response.model(), response.conversation(), pseudonyms,
				originals.functionNames(), originals.contentForm() == Form.JSON);
	}

	/**
	 * Read what was written.
	 * @param bytes the bytes
	 * @return the response
	 * @throws IllegalArgumentException if it is of no form that is known here
	 */
	static KeptResponse read(byte[] bytes) {
		try {
			Content content = JSON.readValue(inflate(bytes), Content.class);
			Map<String, PhiText> pseudonyms = new LinkedHashMap<>();
			content.pseudonyms().forEach((name, text) -> pseudonyms.put(name, PhiText.of(text)));
			return new KeptResponse(content.id(), content.provider(), content.model(), content.conversation(),
					new Originals(Restorer.of(pseudonyms), content.functions(),
							content.json() ? Form.JSON : Form.TEXT));
		}
		catch (JacksonException | IOException ex) {
			throw new IllegalArgumentException("an id of another version of this gateway", ex);
		}
	}

	private static byte[] deflate(Content content) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
			deflater.write(JSON.writeValueAsBytes(content));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private static byte[] inflate(byte[] bytes) throws IOException {
		try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
			return inflater.readNBytes(MAX_BYTES);
		}
	}

	/**
	 * The fields, by short names.
	 */
	private record Content(@JsonProperty("i") String id, @JsonProperty("p") String provider,
			@JsonProperty("m") String model, @JsonProperty("c") String conversation,
			@JsonProperty("n") Map<String, String> pseudonyms, @JsonProperty("f") Map<String, String> functions,
			@JsonProperty("j") boolean json) {
	}

}
