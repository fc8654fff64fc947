package io.hilum.gateway.chat.request;

import java.util.Set;
import java.util.TreeSet;

import io.hilum.gateway.chat.request.Questions.Place;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Walks over the turns of a conversation, which every API has as an array of objects with
 * a role and a content. Mutable; for one request.
 */
public class Turns {

	private final RequestWalk walk;

	private final String field;

	private final String roleField;

	private final String contentField;

	private final Set<String> roles;

	private final Set<String> textParts;

	private boolean askable;

	/**
	 * Create a walk.
	 * @param walk the walk over the request
	 * @param field the field that holds the turns
	 * @param roles the roles that a turn may have
	 * @param textParts the types of parts that can be searched
	 */
	public Turns(RequestWalk walk, String field, Set<String> roles, Set<String> textParts) {
		this.walk = walk;
		this.field = field;
		this.roleField = field.concat(".role");
		this.contentField = field.concat(".content");
		this.roles = roles;
		this.textParts = textParts;
	}

	public final void all(JsonToken token) {
		if (token != JsonToken.START_ARRAY) {
			throw RequestWalk.invalid(this.field + " must be an array", this.field);
		}
		while (parser().nextToken() != JsonToken.END_ARRAY) {
			if (parser().currentToken() != JsonToken.START_OBJECT) {
				throw RequestWalk.invalid("Each entry of " + this.field + " must be an object", this.field);
			}
			turn(this.walk.offset());
			this.walk.hasContent();
		}
	}

	private void turn(int start) {
		String role = "";
		StringBuilder content = new StringBuilder();
		this.askable = true;
		begin();
		while (parser().nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser().currentName();
			JsonToken token = parser().nextToken();
			if (Vocabulary.isMedia(name) && token != JsonToken.VALUE_NULL) {
				this.walk.slots().cannotSearch(this.field + "." + name);
			}
			switch (name) {
				case "role" -> role = this.walk.string(token, this.roleField);
				case "content" -> content(token, content);
				default -> turnField(name, token);
			}
		}
		if (!this.roles.contains(role) && !(role.isEmpty() && mayLackRole())) {
			throw RequestWalk.invalid(
					"Each message needs a role that this API knows: " + String.join(", ", new TreeSet<>(this.roles)),
					this.roleField);
		}
		if (role.equals("user") && this.askable) {
			this.walk.questions().ask(content.toString(), Place.turn(start));
		}
	}

	/**
	 * A turn begins.
	 */
	protected void begin() {
	}

	/**
	 * Whether the turn that was just read is one without a role.
	 * @return {@code true} if it may be
	 */
	protected boolean mayLackRole() {
		return false;
	}

	/**
	 * Take a field of a turn that is neither its role nor its content.
	 * @param name its name
	 * @param token the token of its value
	 */
	protected void turnField(String name, JsonToken token) {
		this.walk.value(this.field, name);
	}

	/**
	 * Take a field of a part.
	 * @param name its name
	 * @param token the token of its value
	 */
	protected void partField(String name, JsonToken token) {
		this.walk.value("content", name);
	}

	/**
	 * Take a content: a text, or an array of parts.
	 * @param token the token at which the parser stands
	 * @param content where texts go
	 */
	public final void content(JsonToken token, StringBuilder content) {
		switch (token) {
			case VALUE_STRING -> content.append(this.walk.slots().string(this.field, "content"));
			case VALUE_NULL -> {
			}
			case START_ARRAY -> parts(content);
			default -> throw RequestWalk.invalid(this.contentField + " must be a string or an array of parts",
					this.contentField);
		}
	}

	private void parts(StringBuilder content) {
		this.walk.slots().apart();
		while (parser().nextToken() != JsonToken.END_ARRAY) {
			if (parser().currentToken() != JsonToken.START_OBJECT) {
				throw RequestWalk.invalid("Each part of " + this.contentField + " must be an object",
						this.contentField);
			}
			while (parser().nextToken() == JsonToken.PROPERTY_NAME) {
				part(parser().currentName(), parser().nextToken(), content);
			}
		}
	}

	private void part(String name, JsonToken token, StringBuilder content) {
		if (name.equals("type")) {
			String type = (token == JsonToken.VALUE_STRING) ? parser().getString() : "";
			partType(type);
			this.walk.value("content", name);
		}
		else if (token == JsonToken.VALUE_STRING && name.equals("text")) {
			content.append(content.isEmpty() ? "" : "\n").append(this.walk.slots().part());
		}
		else {
			if (Vocabulary.isMedia(name) && token != JsonToken.VALUE_NULL) {
				this.walk.slots().cannotSearch(this.contentField);
			}
			partField(name, token);
		}
	}

	/**
	 * Take the type of a part.
	 * @param type the type, empty if it is no string
	 */
	protected void partType(String type) {
		if (!this.textParts.contains(type)) {
			this.walk.slots().cannotSearch(contentField());
		}
	}

	/**
	 * The turn is no question of the person, whatever its role.
	 */
	protected final void isNoQuestion() {
		this.askable = false;
	}

	protected final String contentField() {
		return this.contentField;
	}

	protected final RequestWalk walk() {
		return this.walk;
	}

	protected final JsonParser parser() {
		return this.walk.parser();
	}

}
