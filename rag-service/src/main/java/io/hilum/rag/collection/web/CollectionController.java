package io.hilum.rag.collection.web;

import java.util.function.Supplier;

import io.hilum.rag.collection.AccessList;
import io.hilum.rag.collection.CollectionAccess;
import io.hilum.rag.collection.CollectionName;
import io.hilum.rag.collection.CollectionRegistry;
import io.hilum.rag.collection.DocumentCollection;
import io.hilum.rag.problem.ProblemCode;
import io.hilum.rag.problem.RagProblem;
import io.hilum.trust.context.webflux.ContextWebFilter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@code /v1/collections}.
 */
@RestController
@RequestMapping("/v1/collections")
class CollectionController {

	private final CollectionRegistry registry;

	private final CollectionAccess access;

	CollectionController(CollectionRegistry registry, CollectionAccess access) {
		this.registry = registry;
		this.access = access;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<CollectionV1> create(@RequestBody CreateCollectionV1 request, ServerWebExchange exchange) {
		CollectionName name = checked("name", () -> new CollectionName(required(request.name(), "name")));
		if (name.isPersonal()) {
			return this.registry.createPersonal(bare(name, request), ContextWebFilter.contextOf(exchange))
				.map(CollectionV1::of);
		}
		AccessList list = (request.access() != null) ? access(request.access())
				: new AccessV1(null, null, null, null).toAccess();
		return this.registry
			.create(name, description(request.description()), list, ContextWebFilter.contextOf(exchange))
			.map(CollectionV1::of);
	}

	@GetMapping
	Mono<CollectionsV1> list(ServerWebExchange exchange) {
		return this.access.visible(ContextWebFilter.contextOf(exchange))
			.map(CollectionV1::of)
			.collectList()
			.map(CollectionsV1::new);
	}

	@GetMapping("/{name}")
	Mono<CollectionV1> get(@PathVariable String name, ServerWebExchange exchange) {
		return this.access.visible(name, ContextWebFilter.contextOf(exchange)).map(CollectionV1::of);
	}

	@PatchMapping("/{name}")
	Mono<CollectionV1> change(@PathVariable String name, @RequestBody ChangeCollectionV1 request,
			ServerWebExchange exchange) {
		AccessList list = (request.access() != null) ? access(request.access()) : null;
		return this.registry
			.change(name, description(request.description()), list, ContextWebFilter.contextOf(exchange))
			.map(CollectionV1::of);
	}

	@DeleteMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(@PathVariable String name, ServerWebExchange exchange) {
		return this.registry.delete(name, ContextWebFilter.contextOf(exchange)).then();
	}

	private static CollectionName bare(CollectionName name, CreateCollectionV1 request) {
		if (request.access() != null || request.description() != null) {
			throw RagProblem.of(ProblemCode.INVALID_REQUEST,
					"a personal collection has no access list and no description", "access");
		}
		return name;
	}

	private static AccessList access(AccessV1 access) {
		return checked("access", access::toAccess);
	}

	private static @Nullable String description(@Nullable String description) {
		if (description != null && description.length() > DocumentCollection.MAX_DESCRIPTION) {
			throw RagProblem.of(ProblemCode.INVALID_REQUEST,
					"description may have " + DocumentCollection.MAX_DESCRIPTION + " characters", "description");
		}
		return description;
	}

	private static String required(@Nullable String value, String param) {
		if (value == null) {
			throw RagProblem.of(ProblemCode.INVALID_REQUEST, param + " is missing", param);
		}
		return value;
	}

	private static <T> T checked(String param, Supplier<T> value) {
		try {
			return value.get();
		}
		catch (IllegalArgumentException | NullPointerException ex) {
			String message = (ex instanceof IllegalArgumentException) ? ex.getMessage() : "a name is null";
			throw RagProblem.of(ProblemCode.INVALID_REQUEST, String.valueOf(message), param);
		}
	}

}
