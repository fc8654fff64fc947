package io.hilum.phi.detect.tagger;

import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.TokenKind;
import io.hilum.phi.detect.dictionary.Gazetteer;
import io.hilum.phi.detect.dictionary.Words;

/**
 * Finds employers: what the model takes for named, behind words that say that somebody
 * works there, and firms that are in no list of payers, makers and agencies.
 */
final class Employers {

	private static final float NAMED = 0.4f;

	/** How sure the model has to be of a firm that nothing announces. */
	private static final float FIRM = 0.8f;

	private static final int LONGEST = 8;

	private static final Set<String> PREPOSITIONS = Set.of("at", "for", "from", "with", "by");

	/** What somebody does for an employer. */
	private static final Set<String> WORKING = Set.of("works", "work", "worked", "working", "employed", "job", "hired",
			"retired", "fired", "driver", "cook", "clerk", "trucker", "welder", "cashier", "guard", "mechanic",
			"manager", "employee", "vendor", "contractor", "laid", "nights", "days", "shifts", "warehouse", "teacher",
			"lifting", "off", "foreman", "supervisor", "engineer", "waitress", "waiter", "server", "bartender",
			"barista", "janitor", "custodian", "assembler", "stocker", "technician", "operator", "electrician",
			"plumber", "carpenter", "painter", "roofer", "butcher", "stylist", "intern", "apprentice", "pilot", "shift",
			"career", "drives", "drove", "delivers", "cleans", "teaches", "taught", "laborer", "dispatcher", "picker",
			"courier", "bookkeeper", "machinist", "fabricator", "temp", "temping", "subcontractor", "coworker",
			"coworkers", "boss", "payroll");

	/** What stands before a payer, which is no identifier. */
	private static final Set<String> PAYING = Set.of("ins", "insurance", "insurer", "payer", "payor", "plan",
			"coverage", "bill", "billed", "primary", "secondary");

	private static final Set<String> LABELS = Set.of("employer", "employers", "emp", "workplace", "company",
			"employment", "occupation");

	private static final int OTHER = Gazetteer.STOP | Gazetteer.CLINICAL | Gazetteer.VERB | Gazetteer.RELATIVE;

	private final Words words;

	private final Document document;

	private final Tagging tagging;

	private final Findings findings;

	Employers(Words words, Tagging tagging, Findings findings) {
		this.words = words;
		this.document = words.document();
		this.tagging = tagging;
		this.findings = findings;
	}

	void find() {
		int i = 0;
		while (i < this.document.size()) {
			int first = announced(i);
			int end = (first > i) ? Math.max(end(first, NAMED), knownFirm(first)) : i;
			if (end > first && first > i) {
				this.findings.add(first, end, EntityType.LOCATION, 0.8);
			}
			else {
				end = firm(i);
			}
			i = Math.max(i + 1, end);
		}
	}

	/** The token where an employer would start, or the same token. */
	private int announced(int i) {
		boolean label = LABELS.contains(this.document.folded(i)) && !this.document.startsLine(i + 1);
		boolean placed = PREPOSITIONS.contains(this.document.folded(i)) && isWorking(i);
		if (!label && !placed) {
			return i;
		}
		int at = i + 1;
		while (at < i + 3
				&& (this.document.symbolOf(at, ":,=") || this.document.is(at, "the") || this.document.is(at, "is"))) {
			at++;
		}
		return at;
	}

	/** The end of a firm that a list has and capitals show, or the same token. */
	private int knownFirm(int first) {
		int end = first;
		while (end < first + LONGEST && (end == first || !this.document.startsLine(end))
				&& this.document.capitalised(end) && (this.words.lists(end) & Gazetteer.ORGANISATION) != 0) {
			end++;
		}
		return end;
	}

	/** {@code works at}, {@code trucker for}, {@code works as a cook at}. */
	private boolean isWorking(int preposition) {
		for (int at = preposition - 1; at >= preposition - 4; at--) {
			if (WORKING.contains(this.document.folded(at))
					|| (this.document.is(at, "former") && at < preposition - 1)) {
				return true;
			}
			if (this.document.kind(at) != TokenKind.WORD) {
				return false;
			}
		}
		return false;
	}

	/** A firm of two words or more that nothing announces and no list has. */
	private int firm(int i) {
		if (this.tagging.organisation(i) < FIRM || this.words.isFlat(i) || !this.document.capitalised(i)
				|| PAYING.contains(this.document.folded(i - 1))) {
			return i;
		}
		int end = end(i, FIRM);
		for (int at = i; at < end; at++) {
			if ((this.words.lists(at) & (Gazetteer.ORGANISATION | Gazetteer.DRUG | Gazetteer.EPONYM)) != 0) {
				return end;
			}
		}
		boolean numbered = this.document.joined(end - 1) && this.document.digits(end + 1) > 0;
		if (end > i + 1 && !numbered && isOfSeveralWords(i, end)) {
			this.findings.add(i, end, EntityType.LOCATION, 0.6);
		}
		return end;
	}

	private boolean isOfSeveralWords(int first, int end) {
		for (int i = first; i < end - 1; i++) {
			if (!this.document.joined(i)) {
				return true;
			}
		}
		return false;
	}

	private int end(int first, float bound) {
		int end = first;
		while (end < first + LONGEST && this.document.kind(end) != TokenKind.NONE && isPart(end, first, bound)) {
			end++;
		}
		while (end > first && this.document.kind(end - 1) != TokenKind.WORD) {
			end--;
		}
		boolean plain = end == first + 1 && (this.words.lists(first) & OTHER) != 0;
		return plain ? first : end;
	}

	private boolean isPart(int at, int first, float bound) {
		if (at > first && this.document.startsLine(at)) {
			return false;
		}
		return this.tagging.named(at) >= bound && (at > first || this.document.kind(at) == TokenKind.WORD);
	}

}
