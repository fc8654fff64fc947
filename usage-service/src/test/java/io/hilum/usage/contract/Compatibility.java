package io.hilum.usage.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/**
 * Whether those who read events by an older schema can read what a newer one allows:
 * nothing they rely on goes, changes its type, takes values that were not there, or may
 * suddenly be left out.
 */
final class Compatibility {

	private final List<String> breaks = new ArrayList<>();

	private Compatibility() {
	}

	static List<String> breaks(JsonNode older, JsonNode newer) {
		Compatibility found = new Compatibility();
		found.compare("", older, newer);
		return found.breaks;
	}

	private void compare(String path, JsonNode older, JsonNode newer) {
		notWider(path, "type", set(older.path("type")), set(newer.path("type")));
		notWider(path, "enum", set(older.path("enum")), set(newer.path("enum")));
		same(path, "const", older, newer);
		same(path, "format", older, newer);
		same(path, "pattern", older, newer);
		same(path, "minimum", older, newer);
		same(path, "maximum", older, newer);
		set(older.path("required")).stream()
			.filter((name) -> !set(newer.path("required")).contains(name))
			.forEach((name) -> this.breaks.add(path + "/" + name + " may be left out"));
		older.path("properties").properties().forEach((property) -> {
			String name = path + "/" + property.getKey();
			JsonNode now = newer.path("properties").path(property.getKey());
			if (now.isMissingNode()) {
				this.breaks.add(name + " is gone");
				return;
			}
			compare(name, property.getValue(), now);
		});
		if (older.has("items")) {
			compare(path + "[]", older.path("items"), newer.path("items"));
		}
		for (String kind : List.of("oneOf", "anyOf")) {
			for (int i = 0; i < older.path(kind).size(); i++) {
				compare(path + "|" + i, older.path(kind).path(i), newer.path(kind).path(i));
			}
			if (newer.path(kind).size() > older.path(kind).size()) {
				this.breaks.add(path + " has more forms");
			}
		}
	}

	/** What was not limited may be limited; what was, to no more than it was. */
	private void notWider(String path, String keyword, Set<String> older, Set<String> newer) {
		if (!older.isEmpty() && (newer.isEmpty() || !older.containsAll(newer))) {
			this.breaks.add(path + " takes more by its " + keyword);
		}
	}

	private void same(String path, String keyword, JsonNode older, JsonNode newer) {
		if (older.has(keyword) && !older.path(keyword).equals(newer.path(keyword))) {
			this.breaks.add(path + " has another " + keyword);
		}
	}

	private static Set<String> set(JsonNode values) {
		Set<String> set = new TreeSet<>();
		if (values.isArray()) {
			values.forEach((value) -> set.add(value.asString()));
		}
		else if (values.isString()) {
			set.add(values.asString());
		}
		return set;
	}

}
