package io.hilum.quickstart.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The libraries on a service's own class path, as its build listed them, and the
 * auto-configurations that only libraries of other services declare.
 */
final class ServiceLibraries {

	private static final String DECLARATIONS = "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";

	private static final String QUICKSTART = "quickstart";

	private static final Pattern JAR = Pattern.compile(".*/([^/]+?)-\\d[^/]*\\.jar!/.*");

	private static final Pattern FOLDER = Pattern.compile(".*/([^/]+)/target/classes/.*");

	private static final Pattern DEPENDENCY = Pattern.compile("\\s*[^:\\s]+:([^:\\s]+):jar:.*");

	private final Set<String> foreign;

	private ServiceLibraries(Set<String> foreign) {
		this.foreign = foreign;
	}

	static ServiceLibraries of(String service) {
		Set<String> artifacts = new HashSet<>(Set.of(service, QUICKSTART));
		for (String line : lines(list(service))) {
			Matcher dependency = DEPENDENCY.matcher(line);
			if (dependency.matches()) {
				artifacts.add(dependency.group(1));
			}
		}
		return new ServiceLibraries(foreignTo(artifacts));
	}

	/**
	 * Whether the service would find a class without the others beside it. Spring asks
	 * for more than auto-configurations: also for what they import, which no list names.
	 */
	boolean have(String configuration) {
		return !this.foreign.contains(configuration);
	}

	private static Set<String> foreignTo(Set<String> artifacts) {
		Set<String> own = new HashSet<>();
		Set<String> foreign = new HashSet<>();
		try {
			for (URL declaration : Collections
				.list(ServiceLibraries.class.getClassLoader().getResources(DECLARATIONS))) {
				Set<String> side = artifacts.contains(artifactOf(declaration.toString())) ? own : foreign;
				lines(declaration).stream().map(String::trim).forEach(side::add);
			}
			foreign.removeAll(own);
			return foreign;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String artifactOf(String url) {
		Matcher jar = JAR.matcher(url);
		Matcher folder = FOLDER.matcher(url);
		if (jar.matches()) {
			return jar.group(1);
		}
		return folder.matches() ? folder.group(1) : url;
	}

	private static URL list(String service) {
		URL list = ServiceLibraries.class.getResource("/META-INF/hilum/" + service + ".dependencies");
		if (list == null) {
			throw new IllegalStateException(service + " was built without the list of its dependencies");
		}
		return list;
	}

	private static List<String> lines(URL resource) {
		try (InputStream content = resource.openStream();
				BufferedReader reader = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
			return reader.lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
