package io.hilum.portal.template;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import io.hilum.portal.audit.Administration;
import io.hilum.portal.audit.AuditAction;
import io.hilum.portal.audit.AuditEvent;
import io.hilum.portal.audit.AuditLog;
import io.hilum.portal.holder.Holder;
import io.hilum.portal.holder.Holders;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.problem.ProblemCode;
import io.hilum.portal.profile.Permissions;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.id.TimeOrderedIds;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Prompt templates for whoever asks: one's own, the team's, and those of the hospital
 * that are for one's roles. What is not among them is not there.
 */
@Component
public class Templates {

	private final TemplateStore store;

	private final Library library;

	private final Holders holders;

	private final Permissions permissions;

	private final TemplateProperties properties;

	private final AuditLog audit;

	private final TransactionalOperator transaction;

	private final TimeOrderedIds ids;

	private final Clock clock;

	Templates(TemplateStore store, Library library, Holders holders, Permissions permissions,
			TemplateProperties properties, AuditLog audit, TransactionalOperator transaction, TimeOrderedIds ids,
			Clock clock) {
		this.store = store;
		this.library = library;
		this.holders = holders;
		this.permissions = permissions;
		this.properties = properties;
		this.audit = audit;
		this.transaction = transaction;
		this.ids = ids;
		this.clock = clock;
	}

	/**
	 * What the caller may use.
	 * @param caller who asks
	 * @return the templates in their present versions, by title
	 */
	public Mono<List<Template>> list(ServiceContext caller) {
		Flux<Template> written = shelves(caller).flatMapMany((shelves) -> this.store.list(shelves.ids())
			.map((sealed) -> shelves.open(sealed, caller))
			.filter((template) -> isFor(template, caller)));
		return Flux.concat(written, Flux.defer(() -> Flux.fromIterable(this.library.present(caller))))
			.collectSortedList(Comparator.comparing(Templates::title));
	}

	private static String title(Template template) {
		return Objects.requireNonNullElse(template.content().title(), "").toLowerCase(Locale.ROOT);
	}

	private static boolean isFor(Template template, ServiceContext caller) {
		return template.mayChange() || template.content().isFor(caller.roles());
	}

	/**
	 * A template.
	 * @param id its id
	 * @param version which version, {@code null} for the present one
	 * @param caller who asks
	 * @return the template; fails if the caller may use none of this id and version
	 */
	public Mono<Template> get(String id, @Nullable Integer version, ServiceContext caller) {
		return (Library.isOfHospital(id) ? Mono.justOrEmpty(this.library.find(id, version, caller))
				: written(id, version, caller).map(Written::template))
			.switchIfEmpty(notFound());
	}

	private Mono<Written> written(String id, @Nullable Integer version, ServiceContext caller) {
		return Mono.justOrEmpty(parse(id))
			.flatMap((uuid) -> shelves(caller).flatMap((shelves) -> this.store.find(uuid, shelves.ids(), version)
				.map((sealed) -> new Written(sealed, shelves, shelves.open(sealed, caller)))))
			.filter((found) -> isFor(found.template(), caller));
	}

	private static @Nullable UUID parse(String id) {
		try {
			return UUID.fromString(id);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * The versions of a template.
	 * @param id its id
	 * @param caller who asks
	 * @return its versions, the newest first; fails if the caller may use none of this id
	 */
	public Mono<List<TemplateVersion>> versions(String id, ServiceContext caller) {
		return get(id, null, caller)
			.flatMap((template) -> (template.scope() == Scope.HOSPITAL) ? Mono.just(this.library.versions(id, caller))
					: this.store.versions(UUID.fromString(template.id())).collectList());
	}

	/**
	 * Make a template.
	 * @param scope for whom
	 * @param content what it says, checked
	 * @param caller who makes it
	 * @return the template
	 */
	public Mono<Template> create(Scope scope, TemplateContent content, ServiceContext caller) {
		boolean forTeam = scope == Scope.TEAM;
		if (forTeam && !this.permissions.of(caller.roles()).contains(Permissions.TEAM_TEMPLATES)) {
			return Mono.error(() -> PortalProblem.of(ProblemCode.FORBIDDEN,
					"None of your roles may make templates for the team"));
		}
		UUID id = this.ids.next();
		return (forTeam ? this.holders.ensureTeamOf(caller) : this.holders.ensure(caller))
			.flatMap((holder) -> this.store
				.insert(Shelves.seal(content, id, 1, caller.subject(), holder, now()), this.properties.perHolder())
				.filter(Boolean::booleanValue)
				.switchIfEmpty(full(this.properties.perHolder() + " templates"))
				.then(record(forTeam, id, caller))
				.as(this.transaction::transactional))
			.then(Mono.defer(() -> get(id.toString(), null, caller)));
	}

	/**
	 * Write a new version of a template.
	 * @param id the template
	 * @param content what it shall say, checked
	 * @param caller who writes it
	 * @return the template
	 */
	public Mono<Template> change(String id, TemplateContent content, ServiceContext caller) {
		return changeable(id, caller).flatMap((found) -> {
			SealedTemplate present = found.sealed();
			if (present.version() >= this.properties.versions()) {
				return full(this.properties.versions() + " versions");
			}
			Holder holder = found.shelves().holderOf(present);
			return this.store
				.change(Shelves.seal(content, present.id(), present.version() + 1, present.author(), holder, now()))
				.filter(Boolean::booleanValue)
				.switchIfEmpty(Mono.error(() -> PortalProblem.of(ProblemCode.TOO_MANY,
						"Somebody else has just written a new version; read it first")))
				.then(record(found.isOfTeam(), present.id(), caller))
				.as(this.transaction::transactional);
		}).then(Mono.defer(() -> get(id, null, caller)));
	}

	/**
	 * Delete a template with all its versions.
	 * @param id the template
	 * @param caller who asks
	 * @return when it is gone
	 */
	public Mono<Void> delete(String id, ServiceContext caller) {
		return changeable(id, caller).flatMap((found) -> this.store.delete(found.sealed().id())
			.then(record(found.isOfTeam(), found.sealed().id(), caller))
			.as(this.transaction::transactional));
	}

	private Mono<Written> changeable(String id, ServiceContext caller) {
		if (Library.isOfHospital(id)) {
			return get(id, null, caller).then(Mono.error(
					() -> PortalProblem.of(ProblemCode.FORBIDDEN, "Templates of the hospital are not changed here")));
		}
		return written(id, null, caller).switchIfEmpty(notFound())
			.filter((found) -> found.template().mayChange())
			.switchIfEmpty(Mono.error(() -> PortalProblem.of(ProblemCode.FORBIDDEN,
					"Only who made a template, or role Admin of the team, changes it")));
	}

	private Mono<Void> record(boolean isOfTeam, UUID id, ServiceContext caller) {
		return isOfTeam ? Mono
			.defer(() -> this.audit.append(AuditEvent.allowed(AuditAction.TEMPLATE_CHANGED, caller, "template:" + id)))
			.then() : Mono.empty();
	}

	private Mono<Shelves> shelves(ServiceContext caller) {
		return Flux.concat(this.holders.of(caller), this.holders.teamOf(caller))
			.collectList()
			.map((found) -> new Shelves(found, caller.hasRole(Administration.ROLE)));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private static <T> Mono<T> full(String what) {
		return Mono.error(() -> PortalProblem.of(ProblemCode.TOO_MANY,
				"There are " + what + ", which is as many as there may be"));
	}

	private static <T> Mono<T> notFound() {
		return Mono.error(() -> PortalProblem.notFound("template"));
	}

	/**
	 * A template that somebody wrote, where it was found.
	 */
	private record Written(SealedTemplate sealed, Shelves shelves, Template template) {

		boolean isOfTeam() {
			return this.template.scope() == Scope.TEAM;
		}

	}

}
