package io.hilum.gateway.admission;

import java.util.List;

import io.hilum.gateway.policy.NamePattern;
import io.hilum.gateway.policy.Rights;
import io.hilum.gateway.policy.Role;

/**
 * What a request uses beside a model.
 *
 * @param feature the part of the API, by the first name of its path
 * @param collections the collections that it names
 * @param tools the tools that it offers to a model
 * @param anyCollection whether it may reach collections that it does not name, as a
 * search by itself does
 */
public record Use(String feature, List<String> collections, List<String> tools, boolean anyCollection) {

	/**
	 * Nothing that a role could lack.
	 */
	public static final Use NOTHING = new Use("", List.of(), List.of(), false);

	/**
	 * What every role may use: itself, and the list of models.
	 */
	private static final List<String> ALWAYS = List.of("me", "models", "");

	private static final List<String> KNOWLEDGE = List.of("collections", "search");

	private static final NamePattern EVERYTHING = new NamePattern("*");

	/**
	 * What a request to a model uses.
	 * @param path the path at routing-service
	 * @param collections the collections that it names
	 * @param tools the tools that it offers
	 * @return the use
	 */
	public static Use ofModel(String path, List<String> collections, List<String> tools) {
		return new Use(featureOf(path), collections, tools, false);
	}

	/**
	 * What a request to another service uses.
	 * @param path its path
	 * @param reads whether it only reads
	 * @return the use
	 */
	public static Use ofPath(String path, boolean reads) {
		String feature = featureOf(path);
		if (!KNOWLEDGE.contains(feature)) {
			return new Use(feature, List.of(), List.of(), false);
		}
		String[] segments = path.split("/");
		if (feature.equals("collections") && segments.length > 3) {
			return new Use(feature, List.of(segments[3]), List.of(), false);
		}
		return new Use(feature, List.of(), List.of(), feature.equals("search") || !reads);
	}

	private static String featureOf(String path) {
		String[] segments = (path.startsWith("/openai/") ? path.substring("/openai".length()) : path).split("/");
		int first = (segments.length > 1 && segments[1].equals("v1")) ? 2 : 1;
		return (segments.length > first) ? segments[first] : "";
	}

	boolean isFeatureOf(Role role) {
		return ALWAYS.contains(this.feature) || role.rights().mayUse(this.feature);
	}

	boolean isWithinCollectionsOf(Role role) {
		Rights rights = role.rights();
		return rights.maySearch(this.collections) && (!this.anyCollection || rights.collections().contains(EVERYTHING));
	}

	boolean isWithinToolsOf(Role role) {
		return role.rights().mayOffer(this.tools);
	}

}
