package io.hilum.phi.detect.pattern;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of {@code cues.txt} by their first word.
 */
final class Cues {

	private final Map<String, List<Cue>> byFirstWord = new HashMap<>();

	private Cues(List<Cue> cues) {
		Comparator<Cue> longest = Comparator.comparingInt((Cue cue) -> cue.words().size()).reversed();
		cues.stream()
			.sorted(longest)
			.forEach((cue) -> this.byFirstWord.computeIfAbsent(cue.words().getFirst(), (word) -> new ArrayList<>())
				.add(cue));
	}

	static Cues load() {
		try (InputStream in = Objects.requireNonNull(Cues.class.getResourceAsStream("cues.txt"))) {
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			return new Cues(text.lines()
				.filter((line) -> !line.startsWith("#"))
				.flatMap((line) -> parse(line).stream())
				.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cues.txt is part of the jar", ex);
		}
	}

	private static List<Cue> parse(String line) {
		String[] columns = line.split("\\|", 3);
		EntityType type = EntityType.valueOf(columns[0].strip());
		int least = Integer.parseInt(columns[1].strip());
		List<Cue> cues = new ArrayList<>();
		for (String phrase : columns[2].split(",", -1)) {
			boolean anyWord = phrase.strip().startsWith("words:");
			String text = phrase.replace("words:", "").strip();
			cues.add(new Cue(words(text), type, least, anyWord));
		}
		return cues;
	}

	private static List<String> words(String phrase) {
		Document document = new Document(phrase);
		List<String> words = new ArrayList<>();
		for (int i = 0; i < document.size(); i++) {
			words.add(document.folded(i));
		}
		return List.copyOf(words);
	}

	/** The longest phrase that stands at a token. */
	@Nullable Cue at(Document document, int first) {
		for (Cue cue : this.byFirstWord.getOrDefault(document.folded(first), List.of())) {
			if (cue.standsAt(document, first)) {
				return cue;
			}
		}
		return null;
	}

}
