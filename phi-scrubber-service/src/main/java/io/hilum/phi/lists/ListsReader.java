package io.hilum.phi.lists;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.known.Phrases;
import io.hilum.phi.detect.own.OwnLists;
import io.hilum.phi.detect.own.OwnPattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads a hospital's own lists. What is wrong is told by its place and never with a word
 * of the lists, which may name patients.
 */
final class ListsReader {

	private static final int MAX_PATTERNS = 64;

	private static final int MAX_WORDS = 100_000;

	private static final double USUAL_SCORE = 0.9;

	private static final Set<String> SECTIONS = Set.of("patterns", "words", "never-mask");

	private int words;

	/**
	 * Read lists.
	 * @param file the content of the file
	 * @return the lists
	 * @throws IllegalArgumentException if they cannot be read as they are
	 */
	OwnLists read(byte[] file) {
		Map<?, ?> root = mapping(parse(file), "the file");
		require(root, SECTIONS, "the file");
		List<OwnPattern> patterns = new ArrayList<>();
		List<?> listed = list(root.get("patterns"), "patterns");
		if (listed.size() > MAX_PATTERNS) {
			throw new IllegalArgumentException("there are more than " + MAX_PATTERNS + " patterns");
		}
		listed.forEach((pattern) -> patterns.add(pattern(mapping(pattern, "a pattern"))));
		Phrases<EntityType> phrases = new Phrases<>();
		for (Object entry : list(root.get("words"), "words")) {
			words(mapping(entry, "an entry of words"), phrases);
		}
		Phrases<Boolean> never = new Phrases<>();
		list(root.get("never-mask"), "never-mask").forEach((word) -> add(never, word, Boolean.TRUE, "never-mask"));
		return new OwnLists(version(file), patterns, phrases, never);
	}

	private static @Nullable Object parse(byte[] file) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		options.setMaxAliasesForCollections(0);
		try {
			Object content = new Yaml(new SafeConstructor(options)).load(new String(file, StandardCharsets.UTF_8));
			return (content != null) ? content : Map.of();
		}
		catch (MarkedYAMLException ex) {
			String place = (ex.getProblemMark() != null) ? " at line " + (ex.getProblemMark().getLine() + 1) : "";
			throw new IllegalArgumentException("the file is no YAML" + place);
		}
		catch (RuntimeException ex) {
			throw new IllegalArgumentException("the file is no YAML");
		}
	}

	private static OwnPattern pattern(Map<?, ?> content) {
		require(content, Set.of("name", "type", "pattern", "score"), "a pattern");
		if (!(content.get("name") instanceof String name) || name.isBlank()) {
			throw new IllegalArgumentException("a pattern has no name");
		}
		if (!(content.get("pattern") instanceof String expression)) {
			throw new IllegalArgumentException("pattern '" + name + "' has no pattern");
		}
		double score = (content.get("score") instanceof Number number) ? number.doubleValue() : USUAL_SCORE;
		if (!(score > 0 && score <= 1)) {
			throw new IllegalArgumentException("the score of pattern '" + name + "' must be above 0 and at most 1");
		}
		return OwnPattern.of(name, type(content.get("type"), "pattern '" + name + "'"), expression, score);
	}

	private void words(Map<?, ?> content, Phrases<EntityType> phrases) {
		require(content, Set.of("type", "words"), "an entry of words");
		EntityType type = type(content.get("type"), "an entry of words");
		list(content.get("words"), "words").forEach((word) -> add(phrases, word, type, "words"));
	}

	private <T> void add(Phrases<T> phrases, @Nullable Object word, T value, String section) {
		this.words++;
		if (this.words > MAX_WORDS) {
			throw new IllegalArgumentException("there are more than " + MAX_WORDS + " words");
		}
		if (!(word instanceof String || word instanceof Number) || !phrases.add(String.valueOf(word), value)) {
			throw new IllegalArgumentException("an entry of " + section + " must have 1 to " + Phrases.MAX_WORDS
					+ " words, entry " + this.words + " of all has not");
		}
	}

	private static EntityType type(@Nullable Object name, String where) {
		return EntityType.named((name instanceof String text) ? text : null)
			.orElseThrow(() -> new IllegalArgumentException(where + " has no type such as MRN or NAME"));
	}

	private static List<?> list(@Nullable Object content, String what) {
		if (content == null) {
			return List.of();
		}
		if (content instanceof List<?> list) {
			return list;
		}
		throw new IllegalArgumentException("'" + what + "' must be a list");
	}

	private static Map<?, ?> mapping(@Nullable Object content, String what) {
		if (content instanceof Map<?, ?> map) {
			return map;
		}
		throw new IllegalArgumentException(what + " must be a mapping");
	}

	private static void require(Map<?, ?> content, Set<String> keys, String what) {
		if (!keys.containsAll(content.keySet())) {
			throw new IllegalArgumentException(
					what + " may have " + String.join(", ", keys.stream().sorted().toList()) + ", and nothing else");
		}
	}

	private static String version(byte[] file) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file), 0, 6);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is part of every JDK", ex);
		}
	}

}
