package io.hilum.phi.scrub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Span;
import org.jspecify.annotations.Nullable;

/**
 * A text of the corpus and the identifiers that are marked in it.
 *
 * @param text the text without marks
 * @param gold its identifiers
 */
record LabelledText(String text, List<Span> gold) {

	/**
	 * Read a file of the corpus: one text a line, {@code [[TYPE|...]]} around
	 * identifiers.
	 */
	static List<LabelledText> read(String resource) {
		try (InputStream in = Objects.requireNonNull(LabelledText.class.getResourceAsStream("/corpus/" + resource))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(LabelledText::parse)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(resource, ex);
		}
	}

	static LabelledText parse(String line) {
		String marked = line.replace("\\n", "\n").replace("\\\\", "\\");
		StringBuilder text = new StringBuilder();
		List<Span> gold = new ArrayList<>();
		int from = 0;
		for (int open = marked.indexOf("[["); open >= 0; open = marked.indexOf("[[", from)) {
			int bar = marked.indexOf('|', open);
			int close = marked.indexOf("]]", bar);
			EntityType type = typeNamed(marked.substring(open + 2, bar));
			if (type == null) {
				text.append(marked, from, open + 2);
				from = open + 2;
				continue;
			}
			text.append(marked, from, open);
			int start = text.length();
			text.append(marked, bar + 1, close);
			gold.add(new Span(start, text.length(), type, 1, "gold"));
			from = close + 2;
		}
		return new LabelledText(text.append(marked.substring(from)).toString(), gold);
	}

	private static @Nullable EntityType typeNamed(String name) {
		for (EntityType type : EntityType.values()) {
			if (type.name().equals(name)) {
				return type;
			}
		}
		return null;
	}

}
