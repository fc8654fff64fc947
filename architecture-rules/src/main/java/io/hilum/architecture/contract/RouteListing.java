package io.hilum.architecture.contract;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Lists the functional routes that it is led along. A route for a path and any method is
 * one that refuses the methods that no other route took, and no operation.
 */
final class RouteListing implements RouterFunctions.Visitor {

	/** Spring writes the predicate of a method and a path as (POST && /v1/scrub). */
	private static final Pattern OPERATION = Pattern.compile("\\(([A-Z]+) && (/\\S*)\\)");

	private static final Pattern ANY_METHOD = Pattern.compile("\\(?/\\S*( \\|\\| /\\S*)*\\)?");

	private final Set<String> operations = new TreeSet<>();

	Set<String> operations() {
		return this.operations;
	}

	@Override
	public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
		String text = predicate.toString();
		Matcher operation = OPERATION.matcher(text);
		if (operation.matches()) {
			this.operations.add(operation.group(1) + " " + Operations.inOpenApi(operation.group(2)));
		}
		else if (!ANY_METHOD.matcher(text).matches()) {
			throw new AssertionError("a route that cannot be listed: " + text);
		}
	}

	@Override
	public void startNested(RequestPredicate predicate) {
		throw new AssertionError("a route that cannot be listed: " + predicate);
	}

	@Override
	public void endNested(RequestPredicate predicate) {
	}

	@Override
	public void resources(Function<ServerRequest, Mono<Resource>> lookup) {
		throw new AssertionError("a route that cannot be listed: " + lookup);
	}

	@Override
	public void attributes(Map<String, Object> attributes) {
	}

	@Override
	public void unknown(RouterFunction<?> router) {
		throw new AssertionError("a route that cannot be listed: " + router);
	}

}
