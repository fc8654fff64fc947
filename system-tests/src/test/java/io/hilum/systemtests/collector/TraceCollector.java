package io.hilum.systemtests.collector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;

/**
 * A collector of OpenTelemetry's protocol over HTTP, which remembers spans and takes
 * everything else. Thread-safe.
 */
public final class TraceCollector implements AutoCloseable {

	private final ConcurrentLinkedQueue<CollectedSpan> spans = new ConcurrentLinkedQueue<>();

	private final HttpServer server;

	private TraceCollector() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", TraceCollector::take);
		this.server.createContext("/v1/traces", this::collect);
		this.server.start();
	}

	public static TraceCollector start() {
		return new TraceCollector();
	}

	/**
	 * What services are given as {@code OTEL_EXPORTER_OTLP_ENDPOINT}.
	 */
	public String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/**
	 * What is known of a trace by now.
	 */
	public List<CollectedSpan> trace(String traceId) {
		return this.spans.stream().filter((span) -> span.traceId().equals(traceId)).toList();
	}

	private static void take(HttpExchange exchange) throws IOException {
		try (exchange; InputStream body = exchange.getRequestBody()) {
			body.readAllBytes();
			exchange.sendResponseHeaders(200, -1);
		}
	}

	private void collect(HttpExchange exchange) throws IOException {
		try (exchange; InputStream body = body(exchange)) {
			ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(this::remember);
			exchange.sendResponseHeaders(200, -1);
		}
	}

	private static InputStream body(HttpExchange exchange) throws IOException {
		boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
		return packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
	}

	private void remember(ResourceSpans exported) {
		String service = serviceOf(exported.getResource());
		exported.getScopeSpansList()
			.forEach((scope) -> scope.getSpansList().forEach((span) -> this.spans.add(of(service, span))));
	}

	private static CollectedSpan of(String service, Span span) {
		return new CollectedSpan(service, hex(span.getTraceId()), hex(span.getSpanId()), hex(span.getParentSpanId()),
				span.getKind().name().replace("SPAN_KIND_", ""), span.getName());
	}

	private static String serviceOf(Resource resource) {
		return resource.getAttributesList()
			.stream()
			.filter((attribute) -> attribute.getKey().equals("service.name"))
			.map((attribute) -> attribute.getValue().getStringValue())
			.findFirst()
			.orElse("");
	}

	private static String hex(ByteString id) {
		return HexFormat.of().formatHex(id.toByteArray());
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
