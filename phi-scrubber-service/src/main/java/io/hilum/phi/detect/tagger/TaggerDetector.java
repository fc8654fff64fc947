package io.hilum.phi.detect.tagger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
	private static final float TAKEN = 0.4f;

	/**
	 * From this probability on where a list has the token as a name and as nothing else.
	 */
	private static final float LISTED = 0.15f;

	/**
	 * From this probability on an ordinary word or an abbreviation is a name by itself.
	 */
	private static final float SURELY = 0.85f;

	/** Below this probability a token is none, whatever a list says. */
	private static final float EXCLUDED = 0.02f;

	/** Rules that are as sure as this are told so by a label or a title. */
	private static final double TOLD = 0.82;

	/** Below this probability even a label is mistaken. */
	private static final float IMPOSSIBLE = 0.002f;

	/** Less sure than a label before a name. */
	private static final double MOST = 0.89;

	private static final int LONGEST_CONSONANTS = 6;

	private static final int FIRST_YEAR = 1990;

	private static final int LAST_YEAR = 2059;

	/** Behind the first word of a sentence these say that it is no name. */
	private static final Set<String> FOLLOWING = Set.of("over", "of", "the", "by", "into", "from", "all", "each",
			"through", "these", "this", "those");

	/** Words further apart than this stand in different columns. */
	private static final int WIDEST_BLANK = 2;

	/** The most tokens of a span: what goes on longer is cut. */
	private static final int LONGEST = 24;

	/** Lists of things with names, which are nobody's. */
	private static final int THINGS = Gazetteer.COUNTRY | Gazetteer.ORGANISATION | Gazetteer.DRUG | Gazetteer.EPONYM;

	static final int NAMES = Gazetteer.FIRST_NAME | Gazetteer.SURNAME | Gazetteer.CITY;

	static final int ORDINARY = Gazetteer.COMMON_WORD | Gazetteer.STOP | Gazetteer.CLINICAL | Gazetteer.VERB
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
		Findings employers = new Findings(document, "employer");
		new Employers(words, tagging, employers).find();
		UserNames.find(words, spans);
		spans.addAll(employers.spans());
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

	/** How likely a token must be to be part of a name or a place. */
	private static float taken(Words words, int i) {
		int lists = words.lists(i);
		boolean name = (lists & (Gazetteer.FIRST_NAME | Gazetteer.SURNAME)) != 0
				&& (lists & (THINGS | ORDINARY | Gazetteer.RARE_WORD)) == 0;
		return name && words.document().length(i) > 2 ? LISTED : TAKEN;
	}

	/** Marks what starts at a token; gives the token to go on from. */
	private static int span(Words words, Tagging tagging, int first, Findings findings) {
		Document document = words.document();
		EntityType type = tagging.type(first, taken(words, first));
		if (type == null || document.kind(first) == TokenKind.SYMBOL) {
			return first + 1;
		}
		int end = first + 1;
		float least = tagging.taken(first);
		while (end < Math.min(document.size(), first + LONGEST) && tagging.type(end, taken(words, end)) == type
				&& !tagging.begins(end) && !startsColumn(document, end)) {
			least = Math.min(least, tagging.taken(end));
			end++;
		}
		end = afterHyphens(document, tagging, end, type);
		int last = end;
		while (last > first + 1 && document.kind(last - 1) == TokenKind.SYMBOL) {
			last--;
		}
		int from = (type == EntityType.NAME) ? Edges.withFamily(words, Edges.firstPart(words, first, last))
				: Edges.behindLabel(document, first, last);
		int to = (type == EntityType.NAME) ? Edges.lastPart(words, from, last)
				: Edges.beforeLinks(document, from, last);
		boolean thing = type == EntityType.NAME && isThing(words, from, to);
		thing |= type == EntityType.LOCATION && isOfYear(document, from, to);
		boolean filler = to == from + 1 && Edges.isFiller(words, from);
		if (!thing && !filler && isWorthy(words, from, to) && least >= bound(words, from, to)) {
			findings.add(from, to, type, Math.min(MOST, least));
		}
		return end;
	}

	/**
	 * {@code Part D}, {@code Sum over all}, {@code Cite PMID 31535829}: what an ordinary
	 * word with a capital makes of a letter, an abbreviation of a number, or what
	 * follows.
	 */
	private static boolean isThing(Words words, int first, int end) {
		Document document = words.document();
		if ((words.lists(first) & (Gazetteer.COMMON_WORD | Gazetteer.RARE_WORD)) == 0
				|| (words.lists(first) & Gazetteer.FIRST_NAME) != 0 || words.isFlat(first)) {
			return false;
		}
		if (end == first + 1) {
			boolean opening = document.startsLine(first) || document.symbolOf(first - 1, ".!?");
			return opening && FOLLOWING.contains(document.folded(end));
		}
		boolean letter = document.length(end - 1) == 1 && !document.symbol(end, '.');
		boolean number = document.upperCase(end - 1) && document.digits(end) > 0;
		return end == first + 2 && (letter || number);
	}

	/** {@code 2022 fee schedule}: a year, and words in small letters behind it. */
	private static boolean isOfYear(Document document, int first, int end) {
		boolean year = document.length(first) == 4 && document.value(first) >= FIRST_YEAR
				&& document.value(first) <= LAST_YEAR;
		for (int i = first + 1; i < end && year; i++) {
			year = document.kind(i) == TokenKind.WORD && !document.capitalised(i);
		}
		return year;
	}

	/** Whether a line or a column of a table starts at a token. */
	private static boolean startsColumn(Document document, int i) {
		if (document.startsLine(i)) {
			return true;
		}
		int gap = document.start(i) - document.end(i - 1);
		return gap > 0 && (gap > WIDEST_BLANK || document.text().charAt(document.end(i - 1)) == '\t');
	}

	/** {@code Bui-Larsen} is one name, though the second part would be one by itself. */
	private static int afterHyphens(Document document, Tagging tagging, int from, EntityType type) {
		int end = document.symbol(from - 1, '-') && document.joined(from - 1) ? from - 1 : from;
		while (end < from + LONGEST && document.symbol(end, '-') && document.joined(end - 1) && document.joined(end)
				&& tagging.type(end + 1, TAKEN) == type) {
			end += 2;
		}
		return Math.max(from, end);
	}

	/** Whether there is a word among some tokens that is no known thing. */
	private static boolean isWorthy(Words words, int first, int end) {
		for (int i = first; i < end; i++) {
			if (words.document().kind(i) == TokenKind.WORD && (words.lists(i) & THINGS) == 0 && isLettered(words, i)
					&& !DrugStems.isDrug(words, i)) {
				return true;
			}
		}
		return false;
	}

	/** Digits of full width are words to the tokenizer, and no name. */
	private static boolean isLettered(Words words, int i) {
		return Character.isLetter(words.document().text().codePointAt(words.document().start(i)))
				&& !(words.document().upperCase(i) && words.document().length(i) > LONGEST_CONSONANTS
						&& isWithoutVowel(words.document().folded(i)));
	}

	/** {@code YYYYMMDDHHMMSS} is a form and no name. */
	private static boolean isWithoutVowel(String word) {
		return word.chars().noneMatch((unit) -> "aeiou".indexOf(unit) >= 0);
	}

	/**
	 * How likely some tokens must be: a single word that has another use more than
	 * others.
	 */
	private static float bound(Words words, int first, int end) {
		if (end > first + 1) {
			return isPhrase(words, first, end) ? SURELY : LISTED;
		}
		Document document = words.document();
		int length = document.length(first);
		boolean small = !document.capitalised(first) && !words.isFlat(first);
		boolean known = (words.lists(first) & NAMES) != 0;
		boolean lexical = (words.lists(first) & ORDINARY) != 0;
		boolean abbreviation = document.upperCase(first) && (length < 5 || (!known && length < 7));
		boolean opening = document.startsLine(first) || document.symbolOf(first - 1, ".!?")
				|| (document.symbol(first - 1, ':') && !document.symbol(first + 1, ','));
		boolean weak = lexical && (!known || words.isFlat(first) || opening);
		return small || length < 3 || abbreviation || weak || isHalf(document, first) ? SURELY : taken(words, first);
	}

	/** {@code Joint Commission}: ordinary words in a row, none of them a name. */
	private static boolean isPhrase(Words words, int first, int end) {
		for (int i = first; i < end; i++) {
			boolean word = words.document().kind(i) == TokenKind.WORD && words.document().length(i) > 1;
			if (word && ((words.lists(i) & ORDINARY) == 0 || (words.lists(i) & NAMES) != 0)) {
				return false;
			}
		}
		return true;
	}

	/** The second half of {@code House-Brackmann}, of which the first is none. */
	private static boolean isHalf(Document document, int i) {
		boolean before = document.symbol(i - 1, '-') && document.joined(i - 1) && document.joined(i - 2)
				&& document.capitalised(i - 2);
		boolean after = document.symbol(i + 1, '-') && document.joined(i) && document.joined(i + 1)
				&& document.capitalised(i + 2);
		return before || after;
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
