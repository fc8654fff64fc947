package io.hilum.systemtests.quickstart;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How to reach a quick start, as its {@code access.json} says.
 */
public record Access(URI gateway, Map<String, String> services, URI tokenEndpoint, String client,
		Map<String, Person> people, Map<String, String> keys) {

	private static final JsonMapper JSON = new JsonMapper();

	public static Access read(Path file) {
		JsonNode json = JSON.readTree(file.toFile());
		Map<String, Person> people = new TreeMap<>();
		json.path("people")
			.forEachEntry((role, person) -> people.put(role,
					new Person(person.path("username").stringValue(), person.path("password").stringValue())));
		return new Access(URI.create(json.path("gateway").stringValue()), texts(json.path("services")),
				URI.create(json.path("token").path("endpoint").stringValue()),
				json.path("token").path("client").stringValue(), people, texts(json.path("keys")));
	}

	private static Map<String, String> texts(JsonNode object) {
		Map<String, String> texts = new TreeMap<>();
		object.forEachEntry((name, value) -> texts.put(name, value.stringValue()));
		return texts;
	}

	/**
	 * The key of a role; it is an error to ask for one that is not there.
	 */
	public String key(String role) {
		String key = this.keys.get(role);
		if (key == null) {
			throw new IllegalArgumentException(
					"access.json has no key for " + role + ", only for " + this.keys.keySet());
		}
		return key;
	}

	/**
	 * Somebody who can sign in.
	 */
	public record Person(String username, String password) {

	}

}
