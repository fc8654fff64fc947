package io.hilum.architecture.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Knocks at every operation of a contract as somebody who may not come in, and on detours
 * past what is open to everybody.
 */
public final class ClosedDoors {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private static final List<String> DETOURS = List.of("/actuator/..", "/actuator/%2e%2e", "/actuator/health/..;",
			"/./", "//");

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI service;

	private final OpenApi contract;

	/**
	 * Knock at a service.
	 * @param service where it listens
	 * @param contract what it offers
	 */
	public ClosedDoors(URI service, OpenApi contract) {
		this.service = service;
		this.contract = contract;
	}

	/**
	 * Try every operation without a credential, and on detours.
	 * @return the operations that answered anything but 401
	 */
	public List<String> openedByNobody() {
		List<String> open = new ArrayList<>();
		for (String operation : this.contract.operations()) {
			String method = method(operation);
			String path = path(operation);
			note(open, operation, knock(request(method, path)), List.of(401));
			for (String detour : DETOURS) {
				note(open, method + " " + detour + path, knock(request(method, detour + path)),
						List.of(400, 401, 404, 405));
			}
		}
		return open;
	}

	/**
	 * Try every operation with forgeries of a signed token.
	 * @param header the header that carries it
	 * @param token a token of three parts with dots between them that would be let in
	 * @return the operations that answered anything but 401
	 */
	public List<String> openedByForgeriesOf(String header, String token) {
		List<String> open = new ArrayList<>();
		for (String operation : this.contract.operations()) {
			for (String forgery : forgeries(token)) {
				note(open, operation + " with " + forgery,
						knock(request(method(operation), path(operation)).header(header, forgery)), List.of(401));
			}
		}
		return open;
	}

	private static List<String> forgeries(String token) {
		int first = token.indexOf('.');
		int last = token.lastIndexOf('.');
		String signature = token.substring(last + 1);
		String other = ((signature.charAt(0) == 'A') ? "B" : "A") + signature.substring(1);
		return List.of("x", token.substring(0, last), token.substring(0, last + 1),
				token.substring(0, last + 1) + other, "somebody-else" + token.substring(first),
				token.substring(0, first + 1) + "e30." + signature, token + ".x");
	}

	private static String method(String operation) {
		return operation.substring(0, operation.indexOf(' '));
	}

	private static String path(String operation) {
		return operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "x");
	}

	private static void note(List<String> open, String operation, int status, List<Integer> closed) {
		if (!closed.contains(status)) {
			open.add(operation + ": " + status);
		}
	}

	private HttpRequest.Builder request(String method, String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.service + path)).timeout(PATIENCE);
		return "GET".equals(method) ? request.GET() : request.header("content-type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString("{}"));
	}

	private int knock(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
