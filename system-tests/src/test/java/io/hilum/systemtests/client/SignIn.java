package io.hilum.systemtests.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.hilum.systemtests.quickstart.Access;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs a person in at the identity provider, as a script does.
 */
public final class SignIn {

	private static final JsonMapper JSON = new JsonMapper();

	private SignIn() {
	}

	/**
	 * An access token for the person of a role.
	 */
	public static String as(Access access, String role) {
		Access.Person person = Objects.requireNonNull(access.people().get(role), "nobody has the role " + role);
		Map<String, String> form = Map.of("grant_type", "password", "client_id", access.client(), "username",
				person.username(), "password", person.password());
		HttpRequest request = HttpRequest.newBuilder(access.tokenEndpoint())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(encode(form)))
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
			return Objects.requireNonNull(JSON.readTree(body).path("access_token").asString(""), body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
