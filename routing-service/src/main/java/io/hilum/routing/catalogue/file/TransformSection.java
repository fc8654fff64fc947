package io.hilum.routing.catalogue.file;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;
import io.hilum.routing.transform.Transform;
import io.hilum.routing.transform.Transforms;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * The {@code transform} of models, roles and applications.
 */
final class TransformSection {

	private static final Set<String> KEYS = Set.of("defaults", "caps", "remove", "system", "headers", "drop",
			"max-request", "max-answer");

	/**
	 * What the pipeline itself reads and writes.
	 */
	private static final Set<String> OWN = Set.of("model", "stream", "stream_options", "messages", "input", "prompt",
			"hilum", "n");

	private static final Set<String> OWN_HEADERS = Set.of("authorization", "api-key", "x-api-key", "x-goog-api-key",
			"host", "content-length", "content-type", "transfer-encoding", "connection");

	private final Findings findings;

	private TransformSection(Findings findings) {
		this.findings = findings;
	}

	static Transforms read(YamlObject root, Findings findings) {
		TransformSection section = new TransformSection(findings);
		Map<String, Transform> models = new HashMap<>();
		for (YamlObject model : root.objects("models")) {
			section.add(model.find("name"), model, models);
		}
		return new Transforms(models, section.named(root.object("roles"), false),
				section.named(root.object("applications"), true));
	}

	private Map<String, Transform> named(@Nullable YamlObject section, boolean alone) {
		Map<String, Transform> transforms = new HashMap<>();
		if (section != null) {
			for (String name : section.keys()) {
				YamlObject entry = section.object(name);
				if (entry != null) {
					add(name, alone ? entry.allowing(Set.of("transform")) : entry, transforms);
				}
			}
		}
		return transforms;
	}

	private void add(String name, YamlObject owner, Map<String, Transform> transforms) {
		YamlObject transform = owner.object("transform");
		if (transform != null) {
			transforms.put(name, transform(transform.allowing(KEYS)));
		}
	}

	private Transform transform(YamlObject transform) {
		Map<String, String> defaults = members(transform, "defaults");
		Map<String, BigDecimal> caps = new LinkedHashMap<>();
		YamlObject limits = transform.object("caps");
		if (limits != null) {
			limits.keys().forEach((name) -> {
				BigDecimal cap = limits.number(name);
				caps.put(name, (cap != null) ? cap : BigDecimal.ZERO);
			});
		}
		Set<String> remove = Set.copyOf(transform.texts("remove"));
		refuseOwn(transform, "defaults", defaults.keySet(), OWN);
		refuseOwn(transform, "remove", remove, OWN);
		YamlObject headers = transform.object("headers");
		return new Transform(defaults, caps, remove, transform.optional("system"), addedHeaders(headers),
				removedHeaders(headers), Set.copyOf(transform.texts("drop")), size(transform, "max-request"),
				size(transform, "max-answer"));
	}

	private static Map<String, String> members(YamlObject transform, String key) {
		YamlObject section = transform.object(key);
		return (section != null) ? section.json() : Map.of();
	}

	private Map<String, String> addedHeaders(@Nullable YamlObject headers) {
		YamlObject added = (headers != null) ? headers.allowing(Set.of("add", "remove")).object("add") : null;
		Map<String, String> values = new LinkedHashMap<>();
		if (added != null) {
			refuseOwn(added, "", lower(added.keys()), OWN_HEADERS);
			added.keys().forEach((name) -> values.put(name, headerValue(added, name)));
		}
		return values;
	}

	private String headerValue(YamlObject headers, String name) {
		String value = headers.text(name);
		boolean safe = name.chars().allMatch((sign) -> Character.isLetterOrDigit(sign) || sign == '-')
				&& value.chars().allMatch((sign) -> sign >= ' ' && sign < 0x7F);
		if (!safe) {
			this.findings.fault(headers.line(name), "a header has letters, digits and hyphens, and a value in ASCII");
		}
		return value;
	}

	private Set<String> removedHeaders(@Nullable YamlObject headers) {
		Set<String> removed = (headers != null) ? lower(Set.copyOf(headers.texts("remove"))) : Set.of();
		if (headers != null) {
			refuseOwn(headers, "remove", removed, OWN_HEADERS);
		}
		return removed;
	}

	private static Set<String> lower(Set<String> names) {
		return names.stream().map((name) -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
	}

	private void refuseOwn(YamlObject section, String key, Set<String> names, Set<String> own) {
		names.stream()
			.filter(own::contains)
			.forEach((name) -> this.findings.fault(section.line(key), "'" + name + "' cannot be transformed"));
	}

	private long size(YamlObject transform, String key) {
		String text = transform.optional(key);
		try {
			return (text != null) ? DataSize.parse(text).toBytes() : Long.MAX_VALUE;
		}
		catch (IllegalArgumentException ex) {
			this.findings.fault(transform.line(key), "'" + key + "' must be a size such as 256KB");
			return Long.MAX_VALUE;
		}
	}

}
