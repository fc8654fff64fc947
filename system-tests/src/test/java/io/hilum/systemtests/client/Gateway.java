package io.hilum.systemtests.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Plain HTTP to the gateway with one credential; for what the SDK has no words for.
 * Thread-safe.
 */
public final class Gateway {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private static final HttpClient CLIENT = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(30))
		.build();

	private final URI url;

	private final String credential;

	private final @Nullable String traceParent;

	public Gateway(URI url, String credential) {
		this(url, credential, null);
	}

	private Gateway(URI url, String credential, @Nullable String traceParent) {
		this.url = url;
		this.credential = credential;
		this.traceParent = traceParent;
	}

	/**
	 * The same client, whose requests are part of a trace.
	 */
	public Gateway within(String parent) {
		return new Gateway(this.url, this.credential, parent);
	}

	public Answer get(String path) {
		return send(request(path).GET());
	}

	public Answer delete(String path) {
		return send(request(path).DELETE());
	}

	public Answer post(String path, String json) {
		return send(request(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	public Answer put(String path, String json) {
		return send(request(path).header("Content-Type", "application/json")
			.PUT(HttpRequest.BodyPublishers.ofString(json)));
	}

	/**
	 * Sends one file as a browser's form does.
	 */
	public Answer upload(String path, String fileName, String contentType, String content) {
		String body = """
				--frontier\r
				Content-Disposition: form-data; name="file"; filename="%s"\r
				Content-Type: %s\r
				\r
				%s\r
				--frontier--\r
				""".formatted(fileName, contentType, content);
		return send(request(path).header("Content-Type", "multipart/form-data; boundary=frontier")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.url.resolve(path))
			.timeout(PATIENCE)
			.header("Authorization", "Bearer " + this.credential);
		return (this.traceParent != null) ? request.header("traceparent", this.traceParent) : request;
	}

	private static Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.headers(), response.body());
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
