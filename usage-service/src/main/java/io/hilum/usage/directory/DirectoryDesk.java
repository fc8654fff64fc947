package io.hilum.usage.directory;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What administrators do to the directory. It is another system, so evidence comes first:
 * a change that cannot be put on record is not made, and one that fails then is on record
 * as refused as well.
 */
@Component
public class DirectoryDesk {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

	private static final Pattern CLIENT = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

	private final Optional<Directory> directory;

	private final DirectoryProperties properties;

	private final AuditTrail audit;

	DirectoryDesk(ObjectProvider<Directory> directory, DirectoryProperties properties, AuditTrail audit) {
		this.directory = Optional.ofNullable(directory.getIfAvailable());
		this.properties = properties;
		this.audit = audit;
	}

	/**
	 * List people.
	 * @param caller who asks
	 * @param search part of a name
	 * @param first how many to leave out
	 * @param limit how many at most
	 * @return the people
	 */
	public Mono<List<Person>> people(Caller caller, @Nullable String search, int first, int limit) {
		return read(caller, "directory:people", (found) -> found.people(search, first, limit));
	}

	/**
	 * Find one person.
	 * @param caller who asks
	 * @param id the id in the directory
	 * @return the person
	 */
	public Mono<Person> person(Caller caller, String id) {
		return read(caller, "person:" + id, (found) -> found.person(required("id", ID, id)));
	}

	/**
	 * List groups.
	 * @param caller who asks
	 * @param search part of a name
	 * @param first how many to leave out
	 * @param limit how many at most
	 * @return the groups
	 */
	public Mono<List<Group>> groups(Caller caller, @Nullable String search, int first, int limit) {
		return read(caller, "directory:groups", (found) -> found.groups(search, first, limit));
	}

	/**
	 * Assign a role.
	 * @param caller who assigns it
	 * @param person to whom
	 * @param role the role
	 * @return when it is assigned
	 */
	public Mono<Void> assign(Caller caller, String person, String role) {
		return change(caller, "directory.role.assign", "person:" + person + "/role:" + role,
				(found) -> found.assign(required("id", ID, person), assignable(role)));
	}

	/**
	 * Withdraw a role.
	 * @param caller who withdraws it
	 * @param person from whom
	 * @param role the role
	 * @return when it is withdrawn
	 */
	public Mono<Void> withdraw(Caller caller, String person, String role) {
		return change(caller, "directory.role.withdraw", "person:" + person + "/role:" + role,
				(found) -> found.withdraw(required("id", ID, person), assignable(role)));
	}

	/**
	 * End sessions.
	 * @param caller who ends them
	 * @param person whose
	 * @return when they are ended
	 */
	public Mono<Void> endSessions(Caller caller, String person) {
		return change(caller, "directory.sessions.end", "person:" + person,
				(found) -> found.endSessions(required("id", ID, person)));
	}

	/**
	 * Create a client for an application.
	 * @param caller who creates it
	 * @param application its id
	 * @param name what people call it
	 * @return the client with its secret
	 */
	public Mono<Client> createClient(Caller caller, @Nullable String application, @Nullable String name) {
		return change(caller, "directory.client.create", "client:" + application, (found) -> {
			String id = required("application", CLIENT, application);
			return found.createClient(id, (name != null) ? name : id);
		});
	}

	private <T> Mono<T> read(Caller caller, String resource, Function<Directory, Mono<T>> reading) {
		return this.audit.requireAdministrator(caller, "directory.read", resource)
			.then(Mono.defer(() -> reading.apply(configured())));
	}

	private <T> Mono<T> change(Caller caller, String action, String resource, Function<Directory, Mono<T>> changing) {
		return this.audit.requireAdministrator(caller, action, resource)
			.then(Mono.fromSupplier(() -> changing.apply(configured())))
			.flatMap((change) -> this.audit.allowed(caller, action, resource)
				.then(change.onErrorResume(UsageProblem.class,
						(problem) -> this.audit.refused(caller, action, resource, problem.code())
							.then(Mono.error(problem)))));
	}

	private Directory configured() {
		return this.directory
			.orElseThrow(() -> new UsageProblem.NotFound("No directory is configured (hilum.directory.keycloak.url)"));
	}

	private String assignable(String role) {
		if (!this.properties.assignableRoles().contains(role)) {
			throw new UsageProblem.Invalid("role", "Expected one of " + this.properties.assignableRoles());
		}
		return role;
	}

	private static String required(String field, Pattern pattern, @Nullable String value) {
		if (value == null || !pattern.matcher(value).matches()) {
			throw new UsageProblem.Invalid(field, "Expected " + pattern.pattern());
		}
		return value;
	}

}
