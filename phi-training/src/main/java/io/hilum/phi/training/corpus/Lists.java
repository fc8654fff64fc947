package io.hilum.phi.training.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import io.hilum.phi.detect.dictionary.Gazetteer;

/**
 * Reads the lists from which texts are made: those of this module and the gazetteers of
 * the scrubber.
 */
final class Lists {

	private Lists() {
	}

	/** The lines of a list of this module. */
	static List<String> own(String resource) {
		return lines(Lists.class, resource);
	}

	/** The words of a gazetteer, one a line or parted by commas. */
	static List<String> gazetteer(String resource) {
		List<String> words = new ArrayList<>();
		for (String line : lines(Gazetteer.class, resource)) {
			if (resource.endsWith(".gz")) {
				words.add(line);
			}
			else if (!line.startsWith("#")) {
				for (String word : line.split(",", -1)) {
					words.add(word.strip());
				}
			}
		}
		return words;
	}

	private static List<String> lines(Class<?> owner, String resource) {
		try (InputStream raw = Objects.requireNonNull(owner.getResourceAsStream(resource), resource);
				InputStream in = resource.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
				BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
			return lines.lines().filter((line) -> !line.isBlank()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(resource + " is part of the jar", ex);
		}
	}

}
