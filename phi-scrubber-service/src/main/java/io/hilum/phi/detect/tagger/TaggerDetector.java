package io.hilum.phi.detect.tagger;

import java.util.ArrayList;
import java.util.List;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;
import io.hilum.phi.detect.dictionary.DictionaryDetector;
import io.hilum.phi.detect.dictionary.Gazetteer;
import io.hilum.phi.detect.dictionary.Words;

/**
 * Finds names and places by the trained tagger and by lists and rules. What a rule only
 * guesses by a list counts where the tagger does not exclude it. The score of what the
 * tagger finds is its probability, so a policy can ask for more or less of it.
 */
public final class TaggerDetector implements Detector {

	/** From this probability on a token is part of a name or a place. */
	private static final float TAKEN = 0.5f;

	/**
	 * From this probability on an ordinary word or an abbreviation is a name by itself.
	 */
	private static final float SURELY = 0.9f;

	/** Below this probability a token is none, whatever a list says. */
	private static final float EXCLUDED = 0.02f;

	/** Rules that are as sure as this are told so by a label or a title. */
	private static final double TOLD = 0.82;

	/** Below this probability even a label is mistaken. */
	private static final float IMPOSSIBLE = 0.002f;

	/** Less sure than a label before a name. */
	private static final double MOST = 0.89;

	/** The most tokens of a span: what goes on longer is cut. */
	private static final int LONGEST = 24;

	/** Lists of things with names, which are nobody's. */
	private static final int THINGS = Gazetteer.COUNTRY | Gazetteer.ORGANISATION | Gazetteer.DRUG | Gazetteer.EPONYM;

	private static final int NAMES = Gazetteer.FIRST_NAME | Gazetteer.SURNAME | Gazetteer.CITY;

	private static final int ORDINARY = Gazetteer.COMMON_WORD | Gazetteer.STOP | Gazetteer.CLINICAL | Gazetteer.VERB
			| Gazetteer.LABEL | Gazetteer.TITLE | Gazetteer.RELATIVE;

	private final Gazetteer gazetteer;

	private final DictionaryDetector rules;

	private final Tagger tagger;

	/**
	 * Create a detector.
	 * @param gazetteer the lists
	 * @param model the weights
	 */
	public TaggerDetector(Gazetteer gazetteer, Model model) {
		this.gazetteer = gazetteer;
		this.rules = new DictionaryDetector(gazetteer);
		this.tagger = new Tagger(model);
	}

	@Override
	public List<Span> detect(Document document) {
		if (document.size() == 0) {
			return List.of();
		}
		Words words = new Words(document, this.gazetteer);
		Tagging tagging = this.tagger.tag(words);
		List<Span> spans = new ArrayList<>(tagged(words, tagging));
		int token = 0;
		for (Span span : this.rules.detect(words)) {
			token = tokenAt(document, span.start(), token);
			float bound = (span.score() < TOLD) ? EXCLUDED : IMPOSSIBLE;
			if (most(document, tagging, token, span.end()) >= bound) {
				spans.add(span);
			}
		}
		return spans;
	}

	/**
	 * Find what the tagger alone finds.
	 * @param document the text in tokens
	 * @return names and places, in order
	 */
	public List<Span> tagged(Document document) {
		Words words = new Words(document, this.gazetteer);
		return tagged(words, this.tagger.tag(words));
	}

	private static List<Span> tagged(Words words, Tagging tagging) {
		Findings findings = new Findings(words.document(), "tagger");
		int at = 0;
		while (at < words.document().size()) {
			at = span(words, tagging, at, findings);
		}
		return findings.spans();
	}

	/** Marks what starts at a token; gives the token to go on from. */
	private static int span(Words words, Tagging tagging, int first, Findings findings) {
		Document document = words.document();
		EntityType type = tagging.type(first, TAKEN);
		if (type == null || document.kind(first) == TokenKind.SYMBOL) {
			return first + 1;
		}
		int end = first + 1;
		float least = tagging.taken(first);
		while (end < Math.min(document.size(), first + LONGEST) && tagging.type(end, TAKEN) == type
				&& !tagging.begins(end) && !document.startsLine(end)) {
			least = Math.min(least, tagging.taken(end));
			end++;
		}
		int last = end;
		while (last > first + 1 && document.kind(last - 1) == TokenKind.SYMBOL) {
			last--;
		}
		if (isWorthy(words, first, last) && least >= bound(words, first, last)) {
			findings.add(first, last, type, Math.min(MOST, least));
		}
		return end;
	}

	/** Whether there is a word among some tokens that is no known thing. */
	private static boolean isWorthy(Words words, int first, int end) {
		for (int i = first; i < end; i++) {
			if (words.document().kind(i) == TokenKind.WORD && (words.lists(i) & THINGS) == 0 && isLettered(words, i)) {
				return true;
			}
		}
		return false;
	}

	/** Digits of full width are words to the tokenizer, and no name. */
	private static boolean isLettered(Words words, int i) {
		return Character.isLetter(words.document().text().codePointAt(words.document().start(i)));
	}

	/**
	 * How likely some tokens must be: a single word that has another use more than
	 * others.
	 */
	private static float bound(Words words, int first, int end) {
		if (end > first + 1) {
			return TAKEN;
		}
		int length = words.document().length(first);
		boolean known = (words.lists(first) & NAMES) != 0;
		boolean lexical = (words.lists(first) & ORDINARY) != 0;
		boolean abbreviation = length < 5 && words.document().upperCase(first);
		return length < 3 || abbreviation || (lexical && (!known || words.isFlat(first))) ? SURELY : TAKEN;
	}

	/** The probability of the likeliest token of a span. */
	private static float most(Document document, Tagging tagging, int first, int end) {
		float most = 0;
		for (int i = first; i < document.size() && document.start(i) < end; i++) {
			most = Math.max(most, tagging.taken(i));
		}
		return most;
	}

	/** The token that starts at a unit; spans come mostly in order. */
	private static int tokenAt(Document document, int start, int near) {
		int token = near;
		while (token > 0 && document.start(token) > start) {
			token--;
		}
		while (token + 1 < document.size() && document.start(token) < start) {
			token++;
		}
		return token;
	}

}
