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
 * auto-configurations they declare.
 */
final class ServiceLibraries {

	private static final String DECLARATIONS = "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";

	private static final Pattern JAR = Pattern.compile(".*/([^/]+?)-\\d[^/]*\\.jar!/.*");

	private static final Pattern FOLDER = Pattern.compile(".*/([^/]+)/target/classes/.*");

	private static final Pattern DEPENDENCY = Pattern.compile("\\s*[^:\\s]+:([^:\\s]+):jar:.*");

	private final Set<String> declared;

	private ServiceLibraries(Set<String> declared) {
		this.declared = declared;
	}

	static ServiceLibraries of(String service) {
		Set<String> artifacts = new HashSet<>(Set.of(service));
		for (String line : lines(list(service))) {
			Matcher dependency = DEPENDENCY.matcher(line);
			if (dependency.matches()) {
				artifacts.add(dependency.group(1));
			}
		}
		return new ServiceLibraries(declaredBy(artifacts));
	}

	boolean declare(String autoConfiguration) {
		return this.declared.contains(autoConfiguration);
	}

	private static Set<String> declaredBy(Set<String> artifacts) {
		Set<String> declared = new HashSet<>();
		try {
			for (URL declaration : Collections
				.list(ServiceLibraries.class.getClassLoader().getResources(DECLARATIONS))) {
				if (artifacts.contains(artifactOf(declaration.toString()))) {
					lines(declaration).stream().map(String::trim).forEach(declared::add);
				}
			}
			return declared;
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
