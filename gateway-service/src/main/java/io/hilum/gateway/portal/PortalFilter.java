package io.hilum.gateway.portal;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import io.hilum.gateway.arrival.ArrivalFilter;
import io.hilum.gateway.problem.GatewayProblem;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Answers requests for the page, before authentication since nobody is signed in yet.
 * What it takes ends here: no path of the page reaches a handler of the interface.
 */
final class PortalFilter implements WebFilter, Ordered {

	private static final String PAGE = "/portal/";

	private final Site site;

	private final PagePolicy policy;

	private final Site.Content settings;

	PortalFilter(Site site, SignIn signIn) {
		this.site = site;
		this.policy = new PagePolicy(signIn.origins());
		this.settings = new Site.Content(MediaType.APPLICATION_JSON, signIn.json(), null, "");
	}

	@Override
	public int getOrder() {
		return ArrivalFilter.ORDER + 40;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String path = exchange.getRequest().getURI().getRawPath();
		boolean entrance = path.equals("/") || path.equals("/portal");
		if (!entrance && !path.startsWith(PAGE)) {
			return chain.filter(exchange);
		}
		String method = exchange.getRequest().getMethod().name();
		if (!method.equals("GET") && !method.equals("HEAD")) {
			return Mono.error(new GatewayProblem.MethodNotAllowed(List.of("GET", "HEAD")).asException());
		}
		this.policy.writeTo(exchange.getResponse().getHeaders());
		return entrance ? lead(exchange.getResponse()) : show(exchange, path.substring(PAGE.length()));
	}

	private static Mono<Void> lead(ServerHttpResponse response) {
		response.setStatusCode(HttpStatus.FOUND);
		response.getHeaders().setLocation(URI.create(PAGE));
		return response.setComplete();
	}

	private Mono<Void> show(ServerWebExchange exchange, String path) {
		boolean settings = path.equals("config.json");
		Site.Content content = settings ? this.settings : this.site.find(path);
		if (content == null) {
			return Mono.error(new GatewayProblem.NotFound("not_found", "The portal has no such file").asException());
		}
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.setCacheControl(settings ? "no-store" : keeping(path));
		headers.setContentType(content.type());
		headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		if (!settings && exchange.checkNotModified(content.tag())) {
			return exchange.getResponse().setComplete();
		}
		return write(exchange.getRequest(), exchange.getResponse(), content);
	}

	/**
	 * The name of an asset changes with its content, other names do not.
	 */
	private static String keeping(String path) {
		return path.startsWith(Site.ASSETS) ? "public, max-age=31536000, immutable" : "no-cache";
	}

	private static Mono<Void> write(ServerHttpRequest request, ServerHttpResponse response, Site.Content content) {
		byte[] compressed = content.gzip();
		byte[] bytes = content.plain();
		if (compressed != null && takesGzip(request)) {
			response.getHeaders().set(HttpHeaders.CONTENT_ENCODING, "gzip");
			bytes = compressed;
		}
		response.getHeaders().setContentLength(bytes.length);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
	}

	private static boolean takesGzip(ServerHttpRequest request) {
		return request.getHeaders()
			.getOrEmpty(HttpHeaders.ACCEPT_ENCODING)
			.stream()
			.flatMap((codings) -> Stream.of(codings.split(",")))
			.anyMatch((coding) -> coding.strip().equals("gzip"));
	}

}
