package io.hilum.phi.detect.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds the parts of names again in all texts of a request: who is {@code Irma Peter} in
 * one text is {@code Peter} or {@code irma} in another. A part that is an ordinary word
 * needs a capital within a sentence, or another part of the name beside it.
 */
public final class NamePropagation {

	private static final int MAX_PARTS = 5000;

	private static final double TRUSTED = 0.6;

	private final Gazetteer gazetteer;

	/**
	 * Create a propagation.
	 * @param gazetteer the lists
	 */
	public NamePropagation(Gazetteer gazetteer) {
		this.gazetteer = gazetteer;
	}

	/**
	 * Find the names of some texts again in all of them.
	 * @param documents the texts
	 * @param found the spans of each text, overlaps resolved
	 * @return further spans for each text
	 */
	public List<List<Span>> propagate(List<Document> documents, List<List<Span>> found) {
		Map<String, Set<String>> parts = new HashMap<>();
		for (int i = 0; i < documents.size(); i++) {
			for (Span span : found.get(i)) {
				if (span.type() == EntityType.NAME && span.score() >= TRUSTED && parts.size() < MAX_PARTS) {
					collect(documents.get(i).text().substring(span.start(), span.end()), parts);
				}
			}
		}
		List<List<Span>> further = new ArrayList<>();
		for (Document document : documents) {
			further.add(parts.isEmpty() ? List.of() : search(document, parts));
		}
		return further;
	}

	/** Each part points at the other parts of the names that it is in. */
	private static void collect(String name, Map<String, Set<String>> parts) {
		Document document = new Document(name);
		List<String> words = new ArrayList<>();
		for (int i = 0; i < document.size(); i++) {
			if (document.kind(i) == TokenKind.WORD && document.length(i) > 1) {
				words.add(document.folded(i));
			}
		}
		for (String word : words) {
			Set<String> others = parts.computeIfAbsent(word, (key) -> new HashSet<>());
			words.stream().filter((other) -> !other.equals(word)).forEach(others::add);
		}
	}

	private List<Span> search(Document document, Map<String, Set<String>> parts) {
		Findings findings = new Findings(document, "propagation");
		Words words = new Words(document, this.gazetteer);
		for (int i = 0; i < document.size(); i++) {
			Set<String> others = (document.kind(i) == TokenKind.WORD) ? parts.get(document.folded(i)) : null;
			if (others != null && isNameHere(words, i, others)) {
				findings.add(i, i + 1, EntityType.NAME, 0.6);
			}
			else if (others == null && isPossessive(words, i, parts)) {
				findings.add(i, i + 1, EntityType.NAME, 0.6);
			}
		}
		return findings.spans();
	}

	private boolean isNameHere(Words words, int i, Set<String> others) {
		Document document = words.document();
		boolean beside = isBeside(document, i, others) && (words.looksProper(i) || words.isFlat(i));
		if (beside) {
			return true;
		}
		if (words.isEponymBefore(i + 1) || words.isDoseBehind(i + 1) || document.length(i) < 3) {
			return false;
		}
		boolean ordinary = words.in(i, Words.LEXICAL) || words.isOther(i) || words.in(i, Gazetteer.CLINICAL);
		if (!ordinary) {
			return true;
		}
		boolean proper = words.isCapital(i);
		boolean followed = words.in(i + 1, Gazetteer.VERB) && !words.isStop(i);
		return proper && !words.isStop(i) && !words.in(i, Gazetteer.EPONYM | Gazetteer.DRUG)
				&& (!words.startsSentence(i) || followed);
	}

	private static boolean isBeside(Document document, int i, Set<String> others) {
		int before = document.symbolOf(i - 1, ",.^-") ? i - 2 : i - 1;
		int after = document.symbolOf(i + 1, ",.^-") ? i + 2 : i + 1;
		return (others.contains(document.folded(before)) && document.length(before) > 1)
				|| (others.contains(document.folded(after)) && document.length(after) > 1);
	}

	/** {@code barrs} of {@code barr's} in sloppy writing. */
	private static boolean isPossessive(Words words, int i, Map<String, Set<String>> parts) {
		String word = words.document().folded(i);
		return word.length() > 4 && word.endsWith("s") && words.lists(i) == 0 && words.isFlat(i)
				&& parts.containsKey(word.substring(0, word.length() - 1));
	}

}
