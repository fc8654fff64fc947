package io.hilum.usage.budget.web;

import java.time.Clock;
import java.util.List;

import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.budget.Budget;
import io.hilum.usage.budget.BudgetBook;
import io.hilum.usage.budget.BudgetRequest;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Budgets over HTTP, for administrators. An id may hold slashes, as subjects do, so it is
 * the rest of the path.
 */
@RestController
@RequestMapping("/v1/budgets")
class BudgetController {

	private static final int MAX_LIMIT = 500;

	private final BudgetBook book;

	private final AuditTrail audit;

	private final Clock clock;

	BudgetController(BudgetBook book, AuditTrail audit, Clock clock) {
		this.book = book;
		this.audit = audit;
		this.clock = clock;
	}

	@PutMapping("/{*id}")
	Mono<BudgetView> set(Caller caller, @PathVariable("id") String path, @RequestBody BudgetRequest request) {
		String id = idOf(path);
		return this.audit.requireAdministrator(caller, "budget.set", "budget:" + id)
			.then(Mono.fromSupplier(() -> request.of(id, this.clock.instant(), caller.subject())))
			.flatMap((budget) -> this.book.set(caller, budget).map((inForce) -> BudgetView.of(budget, inForce)));
	}

	@GetMapping
	Mono<BudgetList> list(Caller caller, @RequestParam(name = "after", required = false) @Nullable String after,
			@RequestParam(name = "limit", defaultValue = "100") int limit) {
		if (limit < 1 || limit > MAX_LIMIT) {
			throw new UsageProblem.Invalid("limit", "Expected 1 to " + MAX_LIMIT);
		}
		return this.audit.requireAdministrator(caller, "budget.read", null)
			.then(this.book.list(after, limit + 1))
			.map((budgets) -> BudgetList.of(budgets, limit));
	}

	@GetMapping("/{*id}")
	Mono<BudgetView> get(Caller caller, @PathVariable("id") String path) {
		String id = idOf(path);
		return this.audit.requireAdministrator(caller, "budget.read", "budget:" + id)
			.then(this.book.find(List.of(id)).next())
			.switchIfEmpty(Mono.error(() -> new UsageProblem.NotFound("There is no budget " + id)))
			.map((budget) -> BudgetView.of(budget, null));
	}

	@DeleteMapping("/{*id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> lift(Caller caller, @PathVariable("id") String path) {
		String id = idOf(path);
		return this.audit.requireAdministrator(caller, "budget.lift", "budget:" + id)
			.then(this.book.lift(caller, id))
			.then();
	}

	private static String idOf(String path) {
		return path.startsWith("/") ? path.substring(1) : path;
	}

	/**
	 * A page of budgets.
	 *
	 * @param object always {@code list}
	 * @param data the budgets
	 * @param hasMore whether there are more
	 * @param lastId where the next page begins, as {@code after}
	 */
	record BudgetList(String object, List<BudgetView> data, boolean hasMore, @Nullable String lastId) {

		static BudgetList of(List<Budget> budgets, int limit) {
			List<Budget> page = budgets.subList(0, Math.min(limit, budgets.size()));
			return new BudgetList("list", page.stream().map((budget) -> BudgetView.of(budget, null)).toList(),
					budgets.size() > limit, page.isEmpty() ? null : page.getLast().id());
		}

	}

}
