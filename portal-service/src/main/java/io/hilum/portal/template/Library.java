package io.hilum.portal.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The hospital's templates for somebody.
 */
@Component
class Library {

	private static final String PREFIX = "hospital:";

	private final HospitalTemplates templates;

	Library(HospitalTemplates templates) {
		this.templates = templates;
	}

	static boolean isOfHospital(String id) {
		return id.startsWith(PREFIX);
	}

	/**
	 * The newest version of each, if that is for the caller.
	 */
	List<Template> present(ServiceContext caller) {
		Set<String> names = new HashSet<>();
		List<Template> present = new ArrayList<>();
		for (HospitalTemplate template : this.templates.all()) {
			if (names.add(template.name()) && template.content().isFor(caller.roles())) {
				present.add(view(template));
			}
		}
		return present;
	}

	Optional<Template> find(String id, @Nullable Integer version, ServiceContext caller) {
		return of(id, caller).stream()
			.filter((template) -> version == null || template.version() == version)
			.findFirst()
			.map(Library::view);
	}

	List<TemplateVersion> versions(String id, ServiceContext caller) {
		return of(id, caller).stream().map((template) -> new TemplateVersion(template.version(), null)).toList();
	}

	/**
	 * All versions, if the newest is for the caller.
	 */
	private List<HospitalTemplate> of(String id, ServiceContext caller) {
		List<HospitalTemplate> versions = this.templates.all()
			.stream()
			.filter((template) -> id.equals(PREFIX + template.name()))
			.toList();
		return (!versions.isEmpty() && versions.getFirst().content().isFor(caller.roles())) ? versions : List.of();
	}

	private static Template view(HospitalTemplate template) {
		return new Template(PREFIX + template.name(), Scope.HOSPITAL, template.content(), template.version(), null,
				false, null);
	}

}
