package io.hilum.gateway.policy;

import java.util.Collection;
import java.util.List;

/**
 * What a role may use beside models. Names may end in a star.
 *
 * @param features parts of the API, by the first name of their paths, such as
 * {@code chat}, {@code embeddings}, {@code search} or {@code keys}
 * @param collections collections of documents
 * @param tools tools that a request may offer to a model, by name or, for those that a
 * provider runs, by type
 */
public record Rights(List<NamePattern> features, List<NamePattern> collections, List<NamePattern> tools) {

	/**
	 * Everything.
	 */
	public static final Rights ALL = new Rights(any(), any(), any());

	public Rights {
		features = List.copyOf(features);
		collections = List.copyOf(collections);
		tools = List.copyOf(tools);
	}

	/**
	 * Whether a part of the API may be used.
	 * @param feature its name
	 * @return {@code true} if it may
	 */
	public boolean mayUse(String feature) {
		return NamePattern.anyMatches(this.features, feature);
	}

	/**
	 * Whether collections may be searched.
	 * @param names their names
	 * @return {@code true} if all of them may
	 */
	public boolean maySearch(Collection<String> names) {
		return names.stream().allMatch((name) -> NamePattern.anyMatches(this.collections, name));
	}

	/**
	 * Whether tools may be offered.
	 * @param names their names
	 * @return {@code true} if all of them may
	 */
	public boolean mayOffer(Collection<String> names) {
		return names.stream().allMatch((name) -> NamePattern.anyMatches(this.tools, name));
	}

	private static List<NamePattern> any() {
		return NamePattern.listOf(List.of("*"));
	}

}
