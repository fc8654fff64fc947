package io.hilum.agents.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The code sets that are there: the official files of a folder, or for what is not in it
 * a small excerpt of them that is part of this service. Thread-safe.
 */
public final class CodeSets {

	private static final Logger logger = LoggerFactory.getLogger(CodeSets.class);

	private static final String EXCERPT = "excerpt";

	private final Map<CodeSystem, CodeSet> sets = new EnumMap<>(CodeSystem.class);

	private CodeSets() {
	}

	/**
	 * Read code sets.
	 * @param directory a folder, or an empty text
	 * @return the sets
	 */
	public static CodeSets of(String directory) {
		CodeSets all = new CodeSets();
		for (CodeSystem system : CodeSystem.values()) {
			CodeSet set = directory.isEmpty() ? excerpt(system) : official(system, Path.of(directory));
			all.sets.put(system, set);
			logger.info("{}: {} codes of {}", system.label(), set.size(), set.origin());
		}
		return all;
	}

	/**
	 * One code set.
	 * @param system which
	 * @return the set
	 */
	public CodeSet of(CodeSystem system) {
		return Objects.requireNonNull(this.sets.get(system));
	}

	/**
	 * Whether a set is no more than an excerpt.
	 * @param system which
	 * @return {@code true} if most codes are missing
	 */
	public boolean isExcerpt(CodeSystem system) {
		return of(system).origin().startsWith(EXCERPT);
	}

	private static CodeSet official(CodeSystem system, Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			Path file = files.filter((path) -> isOf(system, path.getFileName().toString().toLowerCase(Locale.ROOT)))
				.max(Path::compareTo)
				.orElse(null);
			if (file == null) {
				return excerpt(system);
			}
			try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
				return new CodeSet(String.valueOf(file.getFileName()), CodeFile.read(system, lines));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the code sets of hilum.codes.directory cannot be read", ex);
		}
	}

	private static boolean isOf(CodeSystem system, String file) {
		return switch (system) {
			case ICD10CM -> file.matches("icd10cm[-_]order.*\\.txt");
			case HCPCS -> file.matches("hcpc.*\\.txt");
			case NDC -> file.equals("product.txt");
		};
	}

	private static CodeSet excerpt(CodeSystem system) {
		String name = "/io/hilum/agents/codes/" + system.name().toLowerCase(Locale.ROOT) + "-excerpt.txt";
		try (InputStream stream = Objects.requireNonNull(CodeSets.class.getResourceAsStream(name), name);
				BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			return new CodeSet(EXCERPT + " of the public files", CodeFile.read(system, reader.lines()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
