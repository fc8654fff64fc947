package io.hilum.gateway.chat.request;

import java.util.ArrayList;
import java.util.List;

import io.hilum.gateway.phi.ScrubOrder.KnownIdentity;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the field {@code hilum} of a request. Mutable; for one body and one thread.
 */
final class HilumReader {

	private static final String IDENTITIES = "hilum.identities";

	private static final String COLLECTIONS = "hilum.collections";

	private static final String RECORD = "hilum.record";

	private final JsonParser parser;

	private List<String> collections = List.of();

	private @Nullable PhiText conversation;

	private @Nullable String purpose;

	private List<KnownIdentity> identities = List.of();

	HilumReader(JsonParser parser) {
		this.parser = parser;
	}

	HilumField read(JsonToken token) {
		RequestWalk.require(token == JsonToken.START_OBJECT, "hilum must be an object", "hilum");
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = this.parser.currentName();
			JsonToken value = this.parser.nextToken();
			switch (name) {
				case "collections" -> this.collections = strings(value);
				case "conversation" -> this.conversation = PhiText.of(string(value, "hilum.conversation"));
				case "purpose" -> this.purpose = string(value, "hilum.purpose");
				case "identities" -> this.identities = identities(value);
				case "record" -> record(value);
				default -> RequestWalk.require(false,
						"hilum may have collections, conversation, purpose, identities and record, and nothing else",
						"hilum");
			}
		}
		return new HilumField(this.collections, this.conversation, this.purpose, this.identities);
	}

	private List<KnownIdentity> identities(JsonToken token) {
		RequestWalk.require(token == JsonToken.START_ARRAY, "hilum.identities must be an array", IDENTITIES);
		List<KnownIdentity> known = new ArrayList<>();
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			RequestWalk.require(this.parser.currentToken() == JsonToken.START_OBJECT, "An identity must be an object",
					IDENTITIES);
			known.add(identity());
		}
		return known;
	}

	private KnownIdentity identity() {
		String type = "";
		String identity = "";
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = this.parser.currentName();
			JsonToken value = this.parser.nextToken();
			switch (name) {
				case "type" -> type = string(value, "hilum.identities.type");
				case "value" -> identity = string(value, "hilum.identities.value");
				default ->
					RequestWalk.require(false, "An identity may have a type and a value, and nothing else", IDENTITIES);
			}
		}
		return new KnownIdentity(type, PhiText.of(identity));
	}

	/** Only agents read records: nothing of it is kept here. */
	private void record(JsonToken token) {
		RequestWalk.require(token == JsonToken.START_OBJECT, "hilum.record must be an object", RECORD);
		while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = this.parser.currentName();
			RequestWalk.require(name.equals("patient") || name.equals("token"),
					"hilum.record may have a patient and a token, and nothing else", RECORD);
			string(this.parser.nextToken(), RECORD + "." + name);
		}
	}

	private List<String> strings(JsonToken token) {
		RequestWalk.require(token == JsonToken.START_ARRAY, "hilum.collections must be an array", COLLECTIONS);
		List<String> values = new ArrayList<>();
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			values.add(string(this.parser.currentToken(), COLLECTIONS));
		}
		return values;
	}

	private String string(JsonToken token, String name) {
		return RequestWalk.string(this.parser, token, name);
	}

}
