package io.hilum.usage.directory.web;

import java.util.List;

import io.hilum.usage.directory.Client;
import io.hilum.usage.directory.DirectoryDesk;
import io.hilum.usage.directory.Group;
import io.hilum.usage.directory.Person;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The directory over HTTP, for administrators.
 */
@RestController
@RequestMapping("/v1/directory")
class DirectoryController {

	private static final int MAX_LIMIT = 500;

	private final DirectoryDesk desk;

	DirectoryController(DirectoryDesk desk) {
		this.desk = desk;
	}

	@GetMapping("/people")
	Mono<Listed<Person>> people(Caller caller, @RequestParam(name = "search", required = false) @Nullable String search,
			@RequestParam(name = "first", defaultValue = "0") int first,
			@RequestParam(name = "limit", defaultValue = "100") int limit) {
		requirePage(first, limit);
		return this.desk.people(caller, search, first, limit + 1).map((people) -> Listed.of(people, limit));
	}

	@GetMapping("/people/{id}")
	Mono<Person> person(Caller caller, @PathVariable("id") String id) {
		return this.desk.person(caller, id);
	}

	@PutMapping("/people/{id}/roles/{role}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> assign(Caller caller, @PathVariable("id") String id, @PathVariable("role") String role) {
		return this.desk.assign(caller, id, role);
	}

	@DeleteMapping("/people/{id}/roles/{role}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> withdraw(Caller caller, @PathVariable("id") String id, @PathVariable("role") String role) {
		return this.desk.withdraw(caller, id, role);
	}

	@DeleteMapping("/people/{id}/sessions")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> endSessions(Caller caller, @PathVariable("id") String id) {
		return this.desk.endSessions(caller, id);
	}

	@GetMapping("/groups")
	Mono<Listed<Group>> groups(Caller caller, @RequestParam(name = "search", required = false) @Nullable String search,
			@RequestParam(name = "first", defaultValue = "0") int first,
			@RequestParam(name = "limit", defaultValue = "100") int limit) {
		requirePage(first, limit);
		return this.desk.groups(caller, search, first, limit + 1).map((groups) -> Listed.of(groups, limit));
	}

	@PostMapping("/clients")
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Client> createClient(Caller caller, @RequestBody ClientRequest request) {
		return this.desk.createClient(caller, request.application(), request.name());
	}

	private static void requirePage(int first, int limit) {
		if (limit < 1 || limit > MAX_LIMIT) {
			throw new UsageProblem.Invalid("limit", "Expected 1 to " + MAX_LIMIT);
		}
		if (first < 0) {
			throw new UsageProblem.Invalid("first", "Expected 0 or more");
		}
	}

	/**
	 * A client that is wanted.
	 *
	 * @param application the id of the application
	 * @param name what people call it, its id by default
	 */
	record ClientRequest(@Nullable String application, @Nullable String name) {
	}

	/**
	 * A page.
	 *
	 * @param <T> of what
	 * @param object always {@code list}
	 * @param data what is on it
	 * @param hasMore whether there is more
	 */
	record Listed<T>(String object, List<T> data, boolean hasMore) {

		static <T> Listed<T> of(List<T> found, int limit) {
			return new Listed<>("list", found.stream().limit(limit).toList(), found.size() > limit);
		}

	}

}
