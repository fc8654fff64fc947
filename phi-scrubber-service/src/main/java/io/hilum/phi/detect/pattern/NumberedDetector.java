package io.hilum.phi.detect.pattern;

import java.util.List;
import java.util.Set;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds the number of what any word names, where a mark says that it is one:
 * {@code bracelet no. 4471}, {@code Zephyr ID: B-220}, {@code cage # 1188}. What is
 * numbered the same for everybody, such as versions and pages, stays.
 */
final class NumberedDetector implements Detector {

	private static final int MAX_VALUE = 24;

	private static final int LEAST_WORD = 3;

	private static final int LEAST_VALUE = 4;

	private static final int LEAST_DIGITS = 3;

	private static final Set<String> MARKS = Set.of("no", "nr", "num", "nbr", "number", "id");

	/** What has the same number for everybody, or says how many there are. */
	private static final Set<String> PUBLIC = Set.of("version", "build", "release", "model", "part", "item", "step",
			"phase", "page", "chapter", "section", "question", "table", "figure", "dose", "cycle", "day", "week",
			"month", "stage", "grade", "type", "level", "class", "form", "schedule", "catalog", "catalogue", "sku",
			"rule", "issue", "atomic", "mass", "random", "total", "row", "column", "process", "thread", "line", "port",
			"error", "code", "cpt", "icd", "hcpcs", "ndc", "loinc", "snomed", "concept", "rxcui", "drg", "trial", "nct",
			"pubmed", "article", "bill", "act", "law", "title", "amendment", "docket", "regulation", "cas", "reynolds",
			"the", "and", "any", "this", "that", "for", "with", "whole", "average", "mean", "maximum", "minimum",
			"high", "low", "large", "small", "round", "group", "house", "lab", "said", "says", "was", "has", "had",
			"are", "but", "not", "yes", "there", "answer", "resource", "app", "tenant", "client", "object", "element",
			"template", "topic", "partition", "pmid", "taxonomy", "revenue", "modifier", "commit", "ticker", "channel",
			"isbn", "issn", "ref", "http", "https", "cve", "exam", "quiz", "slide", "ingredient", "color", "colour",
			"gauge", "size", "suture", "blade", "needle", "lot");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "numbered");
		for (int i = 1; i < document.size(); i++) {
			int value = isNamed(document, i - 1) ? value(document, i) : -1;
			Chunk chunk = (value < 0) ? Chunk.NONE : Chunk.at(document, value, "-./", MAX_VALUE);
			if (!chunk.isEmpty() && isNumber(document, chunk)) {
				findings.add(value, chunk.end(), EntityType.OTHER_ID, 0.6);
				i = chunk.end() - 1;
			}
		}
		return findings.spans();
	}

	private static boolean isNamed(Document document, int i) {
		return document.kind(i) == TokenKind.WORD && document.length(i) >= LEAST_WORD
				&& !PUBLIC.contains(document.folded(i));
	}

	/** The token behind a mark and what parts it from its number, -1 without a mark. */
	private static int value(Document document, int mark) {
		boolean sharp = document.symbol(mark, '#');
		if ((!sharp && !MARKS.contains(document.folded(mark))) || document.startsLine(mark)) {
			return -1;
		}
		int at = mark + 1;
		while (at < mark + 3 && document.symbolOf(at, ".:#=")) {
			at++;
		}
		boolean parted = sharp || at > mark + 1;
		boolean inside = document.joined(mark - 1) && !sharp;
		return parted && !inside && !document.startsLine(at) ? at : -1;
	}

	private static boolean isNumber(Document document, Chunk chunk) {
		boolean year = chunk.tokens() == 1 && Calendar.isYear(document, chunk.first());
		boolean decimal = chunk.tokens() == 3 && document.symbol(chunk.first() + 1, '.') && chunk.letters() == 0;
		return chunk.length() >= LEAST_VALUE && chunk.digits() >= LEAST_DIGITS && !year && !decimal
				&& !document.symbolOf(chunk.end(), "%°");
	}

}
