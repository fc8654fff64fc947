package io.hilum.portal.template.web;

import java.time.Instant;
import java.util.List;

import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.template.Scope;
import io.hilum.portal.template.Template;
import io.hilum.portal.template.TemplateContent;
import io.hilum.portal.template.TemplateVersion;
import io.hilum.portal.template.Templates;
import io.hilum.portal.wire.Listing;
import io.hilum.trust.context.ServiceContext;
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
 * {@code /v1/portal/templates}.
 */
@RestController
@RequestMapping("/v1/portal/templates")
class TemplateController {

	private final Templates templates;

	TemplateController(Templates templates) {
		this.templates = templates;
	}

	@GetMapping
	Mono<Listing<TemplateV1>> list(ServiceContext caller) {
		return this.templates.list(caller).map((found) -> Listing.of(found.stream().map(TemplateV1::of).toList()));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<TemplateV1> create(@RequestBody NewTemplateV1 request, ServiceContext caller) {
		return this.templates.create(request.scopeOf(), request.content().checked(), caller).map(TemplateV1::of);
	}

	@GetMapping("/{template}")
	Mono<TemplateV1> get(@PathVariable String template, @RequestParam(required = false) @Nullable Integer version,
			ServiceContext caller) {
		return this.templates.get(template, version, caller).map(TemplateV1::of);
	}

	@PutMapping("/{template}")
	Mono<TemplateV1> change(@PathVariable String template, @RequestBody TemplateContent request,
			ServiceContext caller) {
		return this.templates.change(template, request.checked(), caller).map(TemplateV1::of);
	}

	@DeleteMapping("/{template}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(@PathVariable String template, ServiceContext caller) {
		return this.templates.delete(template, caller);
	}

	@GetMapping("/{template}/versions")
	Mono<Listing<TemplateVersion>> versions(@PathVariable String template, ServiceContext caller) {
		return this.templates.versions(template, caller).map(Listing::of);
	}

	/**
	 * A template that is to be made.
	 */
	record NewTemplateV1(@Nullable String scope, @Nullable String title, @Nullable String description,
			@Nullable String text, @Nullable List<String> roles, @Nullable String language) {

		Scope scopeOf() {
			if (Scope.OWN.wire().equals(this.scope)) {
				return Scope.OWN;
			}
			if (Scope.TEAM.wire().equals(this.scope)) {
				return Scope.TEAM;
			}
			throw PortalProblem.invalid("scope", "Expected own or team");
		}

		TemplateContent content() {
			return new TemplateContent(this.title, this.description, this.text, this.roles, this.language);
		}

		@Override
		public String toString() {
			return "NewTemplateV1[REDACTED]";
		}

	}

	/**
	 * A template.
	 */
	record TemplateV1(String object, String id, String scope, @Nullable String title, @Nullable String description,
			@Nullable String text, List<String> variables, List<String> roles, @Nullable String language, int version,
			@Nullable String author, boolean mayChange, @Nullable Instant updatedAt) {

		static TemplateV1 of(Template template) {
			TemplateContent content = template.content();
			List<String> roles = content.roles();
			return new TemplateV1("template", template.id(), template.scope().wire(), content.title(),
					content.description(), content.text(), content.variables(), (roles != null) ? roles : List.of(),
					content.language(), template.version(), template.author(), template.mayChange(),
					template.updatedAt());
		}

		@Override
		public String toString() {
			return "TemplateV1[" + this.id + "]";
		}

	}

}
