package io.hilum.routing.provider.google;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Where Vertex AI is: a host for each region, one for several regions, one for the world.
 */
final class VertexRoot {

	private VertexRoot() {
	}

	/**
	 * The path above the models.
	 * @param endpoint a server that stands in for Google's, with or without version or
	 * project, if there is one
	 * @param project the project; without one a key is for the express mode
	 * @param location the location
	 * @return the path, with a slash at its end
	 */
	static String of(@Nullable URI endpoint, @Nullable String project, @Nullable String location) {
		String place = (location != null) ? location : "global";
		String host = (endpoint != null) ? endpoint.toString() : "https://" + host(place);
		String bare = host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
		if (bare.contains("/projects/")) {
			return bare + "/";
		}
		String versioned = bare.matches(".*/v1[a-z0-9]*") ? bare : bare + "/v1";
		return versioned + "/"
				+ ((project != null) ? ResourceNames.encode("projects/" + project + "/locations/" + place) + "/" : "");
	}

	private static String host(String location) {
		return switch (location) {
			case "global" -> "aiplatform.googleapis.com";
			case "us", "eu" -> "aiplatform." + location + ".rep.googleapis.com";
			default -> location + "-aiplatform.googleapis.com";
		};
	}

}
