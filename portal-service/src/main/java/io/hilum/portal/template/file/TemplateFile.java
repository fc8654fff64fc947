package io.hilum.portal.template.file;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.hilum.portal.template.HospitalTemplate;
import io.hilum.portal.template.TemplateContent;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads one version of a template from YAML: {@code name}, {@code version},
 * {@code title}, {@code description}, {@code roles}, {@code language} and {@code text}.
 */
final class TemplateFile {

	private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

	private TemplateFile() {
	}

	static HospitalTemplate parse(String yaml) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		options.setMaxAliasesForCollections(0);
		if (!(new Yaml(new SafeConstructor(options)).load(yaml) instanceof Map<?, ?> fields)) {
			throw new IllegalArgumentException("it is no map of names and values");
		}
		String name = text(fields, "name");
		if (name == null || !NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("its name must be lower-case letters, digits and hyphens");
		}
		return new HospitalTemplate(name, version(fields), new TemplateContent(text(fields, "title"),
				text(fields, "description"), text(fields, "text"), roles(fields), text(fields, "language"))
			.checked());
	}

	private static int version(Map<?, ?> fields) {
		if (fields.get("version") instanceof Integer version && version > 0) {
			return version;
		}
		throw new IllegalArgumentException("its version must be a number from 1");
	}

	private static List<String> roles(Map<?, ?> fields) {
		return (fields.get("roles") instanceof List<?> roles) ? roles.stream().map(String::valueOf).toList()
				: List.of();
	}

	private static @Nullable String text(Map<?, ?> fields, String name) {
		return (fields.get(name) instanceof String text) ? text : null;
	}

}
