package io.hilum.gateway.chat.request;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tools that a request offers to a model: functions by their names, tools that a
 * provider runs by their types. Mutable; for one walk.
 */
final class OfferedTools {

	private static final Set<String> LISTS = Set.of("tools", "functions");

	/** Fields beside the list that make a provider run something. */
	private static final Set<String> OWN_FIELDS = Set.of("mcp_servers", "web_search_options");

	private static final Set<String> NAMED = Set.of("tools", "functions", "function", "custom");

	/** Types that only say that a name follows. */
	private static final Set<String> KINDS = Set.of("function", "custom", "namespace");

	private final Set<String> names = new LinkedHashSet<>();

	private int depth;

	void enter(String key) {
		this.depth += LISTS.contains(key) ? 1 : 0;
	}

	void leave(String key) {
		this.depth -= LISTS.contains(key) ? 1 : 0;
	}

	/**
	 * Note a field of the request itself.
	 * @param name its name
	 */
	void field(String name) {
		if (OWN_FIELDS.contains(name)) {
			this.names.add(name.equals("mcp_servers") ? "mcp" : "web_search");
		}
	}

	/**
	 * Note a string within the request.
	 * @param parent the key that its object is under
	 * @param key its own key
	 * @param value the string
	 */
	void string(String parent, String key, String value) {
		if (this.depth > 0 && NAMED.contains(parent)
				&& (key.equals("name") || (key.equals("type") && LISTS.contains(parent) && !KINDS.contains(value)))) {
			this.names.add(value);
		}
	}

	List<String> names() {
		return List.copyOf(this.names);
	}

}
