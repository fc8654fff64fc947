package io.hilum.usage.account.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.hilum.usage.account.ApiKey;
import io.hilum.usage.account.KeyRegistry;
import io.hilum.usage.account.KeyRequest;
import io.hilum.usage.account.KeyRotation;
import io.hilum.usage.budget.Budget;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Keys over HTTP.
 */
@RestController
@RequestMapping("/v1/keys")
class KeyController {

	private static final int MAX_LIMIT = 500;

	private final KeyRegistry registry;

	private final KeyRotation rotation;

	KeyController(KeyRegistry registry, KeyRotation rotation) {
		this.registry = registry;
		this.rotation = rotation;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<KeyView> issue(Caller caller, @RequestBody KeyRequest request) {
		return this.registry.issue(caller, request).map(KeyView::withSecret);
	}

	@GetMapping
	Mono<KeyList> list(Caller caller, @RequestParam(name = "after", required = false) @Nullable String after,
			@RequestParam(name = "limit", defaultValue = "100") int limit) {
		if (limit < 1 || limit > MAX_LIMIT) {
			throw new UsageProblem.Invalid("limit", "Expected 1 to " + MAX_LIMIT);
		}
		return this.registry.list(caller, after, limit + 1)
			.flatMap((keys) -> this.registry.budgetsOf(keys).map((budgets) -> KeyList.of(keys, budgets, limit)));
	}

	@PostMapping("/{id}/rotate")
	Mono<KeyView> rotate(Caller caller, @PathVariable("id") String id,
			@RequestBody(required = false) @Nullable Rotation rotation) {
		return this.rotation.rotate(caller, id, (rotation != null) ? rotation.overlap() : null)
			.map(KeyView::withSecret);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> revoke(Caller caller, @PathVariable("id") String id) {
		return this.registry.revoke(caller, id);
	}

	/**
	 * How a secret is changed.
	 *
	 * @param overlap how long the one before opens too, in the form of ISO 8601
	 */
	record Rotation(@Nullable Duration overlap) {
	}

	/**
	 * A page of keys.
	 *
	 * @param object always {@code list}
	 * @param data the keys
	 * @param hasMore whether there are more
	 * @param lastId where the next page begins, as {@code after}
	 */
	record KeyList(String object, List<KeyView> data, boolean hasMore, @Nullable String lastId) {

		static KeyList of(List<ApiKey> keys, Map<String, Budget> budgets, int limit) {
			List<ApiKey> page = keys.subList(0, Math.min(limit, keys.size()));
			return new KeyList("list", page.stream().map((key) -> KeyView.of(key, budgets.get(key.id()))).toList(),
					keys.size() > limit, page.isEmpty() ? null : page.getLast().id());
		}

	}

}
