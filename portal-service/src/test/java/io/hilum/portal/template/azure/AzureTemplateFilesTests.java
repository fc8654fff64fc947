package io.hilum.portal.template.azure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

import io.hilum.portal.template.TemplateFiles;
import io.hilum.portal.template.TemplateFilesContract;
import io.hilum.portal.template.TemplateProperties;
import io.hilum.portal.template.TemplateStorageProperties;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.junit.jupiter.api.AfterEach;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

import org.springframework.util.unit.DataSize;

/**
 * Templates in a container, as the client of Azure asks for them: of a server that knows
 * the two calls, since no emulator comes as a library.
 */
class AzureTemplateFilesTests extends TemplateFilesContract {

	private static final String CONTAINER = "/account/templates";

	private final Map<String, String> blobs = new ConcurrentSkipListMap<>();

	private final LoopResources loops = LoopResources.create("blobs", 1, true);

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.runOn(this.loops)
		.handle(this::answer)
		.bindNow();

	@AfterEach
	void stop() {
		this.server.disposeNow();
		this.loops.dispose();
	}

	@Override
	protected TemplateFiles files() {
		String account = "http://127.0.0.1:" + this.server.port() + "/account";
		String connection = "DefaultEndpointsProtocol=http;AccountName=account;AccountKey="
				+ Base64.getEncoder().encodeToString(new byte[32]) + ";BlobEndpoint=" + account;
		TemplateProperties templates = new TemplateProperties(account + "/templates/prompts", Duration.ofMinutes(1), 10,
				DataSize.ofKilobytes(64), 1, 1);
		TemplateStorageProperties storage = new TemplateStorageProperties("", null, false, connection,
				Duration.ofSeconds(30), Duration.ofSeconds(30));
		AzureConfiguration configuration = new AzureConfiguration();
		return configuration.azureTemplateFiles(configuration.templateContainer(templates, storage), templates,
				storage);
	}

	@Override
	protected void put(String name, String content) {
		this.blobs.put(name, content);
	}

	private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		QueryStringDecoder uri = new QueryStringDecoder(request.uri());
		if (uri.path().equals(CONTAINER)) {
			String prefix = uri.parameters().getOrDefault("prefix", List.of("")).getFirst();
			return send(response.header("content-type", "application/xml"), list(prefix));
		}
		String content = this.blobs.get(uri.path().substring(CONTAINER.length() + 1));
		if (content == null || !tag(content).equals(request.requestHeaders().get("if-match"))) {
			return response.status((content != null) ? 412 : 404).send().then();
		}
		return send(response.header("etag", tag(content)).header("last-modified", "Mon, 23 Nov 2026 10:00:00 GMT"),
				content);
	}

	private static Mono<Void> send(HttpServerResponse response, String body) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		return response.header("content-length", Integer.toString(bytes.length)).sendByteArray(Mono.just(bytes)).then();
	}

	/**
	 * As a hierarchical list: what is in folders below is not in it.
	 */
	private String list(String prefix) {
		return this.blobs.entrySet()
			.stream()
			.filter((blob) -> blob.getKey().startsWith(prefix) && blob.getKey().indexOf('/', prefix.length()) < 0)
			.map((blob) -> "<Blob><Name>" + blob.getKey()
					+ "</Name><Properties><Last-Modified>Mon, 23 Nov 2026 10:00:00 GMT</Last-Modified><Etag>"
					+ tag(blob.getValue()) + "</Etag><Content-Length>"
					+ blob.getValue().getBytes(StandardCharsets.UTF_8).length
					+ "</Content-Length><BlobType>BlockBlob</BlobType></Properties></Blob>")
			.collect(Collectors.joining("",
					"<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults><Delimiter>/</Delimiter><Blobs>",
					"</Blobs><NextMarker/></EnumerationResults>"));
	}

	private static String tag(String content) {
		return "\"0x" + Integer.toHexString(content.hashCode()) + "\"";
	}

}
