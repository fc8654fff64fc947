package io.hilum.phi.detect.pattern;

import java.util.List;
import java.util.Set;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;

/**
 * Finds what looks like an identifier though nothing announces it: a long run of letters
 * and digits. Codes of the public vocabularies of medicine, measures and years stay.
 */
final class IdentifierDetector implements Detector {

	private static final int DIGITS_WITH_LETTERS = 5;

	private static final int DIGITS_ALONE = 6;

	private static final int LONGEST_AMOUNT = 7;

	private static final int DIGITS_IN_GROUPS = 6;

	private static final int MAX_LOOK_BACK = 5;

	private static final int FURTHER = 14;

	/** Words before a number of a public vocabulary or work. */
	private static final Set<String> VOCABULARIES = Set.of("ndc", "snomed", "sct", "sctid", "loinc", "cpt", "hcpcs",
			"icd", "icd9", "icd10", "rxcui", "rxnorm", "cvx", "drg", "msdrg", "nct", "pmid", "pmcid", "doi", "isbn",
			"issn", "isrctn", "cas", "atc", "umls", "mesh", "omim", "hgnc", "cfr", "rfc", "iso", "cve", "port",
			"taxonomy", "bin", "hc", "concept", "revenue", "modifier", "icd10cm", "icd10pcs", "dsm", "gpt", "orcid",
			"codes");

	/** Three letters that say what a number is and are no part of it. */
	private static final Set<String> LABELS = Set.of("ssn", "mrn", "npi", "dob", "tel", "fax", "csn", "fin", "acc",
			"ref", "ein", "icn", "hcp", "dea", "vin", "tin", "mbi", "cin", "har", "pcp", "sub", "mem", "grp", "job",
			"cell", "dos", "dod", "udi", "imo", "lot");

	private static final Set<String> ANNOUNCING = Set.of("id", "number", "no", "nbr", "num", "is");

	/** Starts of such codes. */
	private static final List<String> CODES = List.of("nct", "pmc", "doi", "cve", "isrctn", "icd", "rs", "hgnc", "omim",
			"gpt", "0x", "claude", "covid", "sars", "http", "iso", "utf", "sha", "rfc", "x86", "10.");

	/** What codes of errors begin with. */
	private static final Set<String> ERRORS = Set.of("ora", "sqlstate", "errno", "err", "jira", "ietf", "kb");

	private static final int LENGTH_OF_GUIDE = 10;

	private static final Set<String> UNITS = Set.of("mg", "mcg", "ml", "units", "iu", "g", "kg", "l", "meq", "mmol",
			"cells", "copies", "rows", "records", "messages", "tokens", "bytes", "ms", "lines", "events", "requests",
			"users", "visits", "deaths", "cases", "admissions", "beds", "persons", "adults", "children", "women", "men",
			"per", "million", "thousand", "platelets", "ul", "mcl", "dollars", "usd", "patients", "people", "calories",
			"kcal", "k", "ug", "ng", "steps", "mm");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "identifier");
		for (int i = 0; i < document.size(); i++) {
			Chunk chunk = Chunk.at(document, i, "-./_:");
			if (!chunk.isEmpty()) {
				if (isIdentifier(document, chunk) && !isKept(document, chunk)) {
					findings.add(start(document, chunk), chunk.end(), EntityType.OTHER_ID, 0.4);
				}
				i = chunk.end() - 1;
			}
		}
		return findings.spans();
	}

	/** The letters of a plan before its number: {@code ID XYZ 123456789}. */
	private static int start(Document document, Chunk chunk) {
		int letters = chunk.first() - 1;
		boolean plan = chunk.tokens() == 1 && chunk.letters() == 0 && chunk.digits() >= 8 && document.upperCase(letters)
				&& document.length(letters) == 3 && !document.joined(letters)
				&& !LABELS.contains(document.folded(letters))
				&& (document.symbolOf(letters - 1, ":#|;=") || ANNOUNCING.contains(document.folded(letters - 1)));
		boolean resource = document.length(chunk.first()) > 4 && document.digits(chunk.first()) == 0
				&& document.symbol(chunk.first() + 1, '/');
		return plan ? letters : resource ? chunk.first() + 2 : chunk.first();
	}

	private static boolean isIdentifier(Document document, Chunk chunk) {
		if (chunk.letters() > 0) {
			return chunk.digits() >= DIGITS_WITH_LETTERS && hasDenseRun(document, chunk);
		}
		if (chunk.tokens() == 1) {
			return chunk.digits() >= DIGITS_ALONE && !isRound(document, chunk.first());
		}
		return chunk.digits() >= DIGITS_IN_GROUPS && document.symbolOf(chunk.first() + 1, "-_")
				&& !isRange(document, chunk);
	}

	/** {@code *00501*000000127*}: the control number of an interchange of X12. */
	private static boolean isControl(Document document, int i) {
		return document.symbol(i - 1, '*') && document.is(i - 2, "00501") && document.length(i) == 9;
	}

	/** {@code 005010X222A1}: an implementation guide of X12. */
	private static boolean isGuide(String token) {
		return token.length() >= LENGTH_OF_GUIDE && token.startsWith("00") && token.charAt(6) == 'x'
				&& token.chars().limit(6).allMatch(Character::isDigit);
	}

	/**
	 * Whether digits stand close enough together to be one number: no
	 * {@code q4h-2d-1x-3y-5z}.
	 */
	private static boolean hasDenseRun(Document document, Chunk chunk) {
		for (int i = chunk.first(); i < chunk.end(); i++) {
			if (document.digits(i) >= 3) {
				return true;
			}
		}
		return false;
	}

	/** {@code 250000}, {@code 1000000}: an amount, where seven digits mean one in all. */
	private static boolean isRound(Document document, int i) {
		return document.length(i) <= LONGEST_AMOUNT && document.value(i) % 1000 == 0 && document.value(i) > 0;
	}

	/** {@code 1995-2004}, {@code 1000-2000}, {@code 875-125 mg}. */
	private static boolean isRange(Document document, Chunk chunk) {
		if (chunk.tokens() != 3) {
			return false;
		}
		int first = chunk.first();
		boolean years = Calendar.isYear(document, first) && Calendar.isYear(document, first + 2);
		boolean round = document.value(first) % 25 == 0 && document.value(first + 2) % 25 == 0;
		return years || round;
	}

	private static boolean isKept(Document document, Chunk chunk) {
		int first = chunk.first();
		if ((chunk.letters() == 0 && isCounted(document, chunk)) || document.symbolOf(first - 1, "$€£")
				|| document.symbol(chunk.end(), '%')) {
			return true;
		}
		if (document.symbol(first - 1, '/') && document.symbol(first - 2, '/')) {
			return true;
		}
		String start = document.folded(first);
		if (CODES.stream().anyMatch(start::startsWith) || isDoi(document, chunk) || isObstetric(start)
				|| isIcd(document, chunk) || isCoded(document, first) || isLoinc(document, chunk)
				|| ERRORS.contains(start) || isGuide(start) || isControl(document, first)) {
			return true;
		}
		return isAnnounced(document, first) || VOCABULARIES.contains(document.folded(chunk.end()))
				|| isFurtherDrug(document, chunk);
	}

	private static boolean isCounted(Document document, Chunk chunk) {
		boolean compared = document.symbolOf(chunk.first() - 1, "<>≥≤±×") && !document.joined(chunk.first() - 2);
		return UNITS.contains(document.folded(chunk.end())) || compared || document.symbolOf(chunk.end(), "×");
	}

	/** The code of a coding in FHIR, the number of a system, a procedure in X12. */
	private static boolean isCoded(Document document, int first) {
		boolean key = document.symbol(first - 1, '"') && document.symbol(first - 2, ':')
				&& document.symbol(first - 3, '"');
		boolean code = key && document.is(first - 4, "code");
		boolean system = document.is(first, "urn") && document.is(first + 2, "oid");
		boolean procedure = document.is(first, "hc") && document.symbol(first + 1, ':')
				&& document.length(first + 2) == 5;
		return code || system || procedure;
	}

	private static boolean isDoi(Document document, Chunk chunk) {
		return document.is(chunk.first(), "10") && document.symbol(chunk.first() + 1, '.') && chunk.tokens() > 4;
	}

	/** {@code G2P1001}. */
	private static boolean isObstetric(String start) {
		return start.length() > 3 && start.charAt(0) == 'g' && start.charAt(2) == 'p' && start.length() < 9;
	}

	/** {@code S72.001A}: a letter, two digits, a dot and up to four more. */
	private static boolean isIcd(Document document, Chunk chunk) {
		int first = chunk.first();
		return chunk.tokens() == 3 && document.symbol(first + 1, '.') && document.length(first) == 3
				&& document.digits(first) == 2 && document.length(first + 2) <= 4;
	}

	/** {@code 24323-8^Comprehensive panel^LN}: a code of an observation in HL7. */
	private static boolean isLoinc(Document document, Chunk chunk) {
		boolean form = chunk.tokens() == 3 && chunk.letters() == 0 && document.length(chunk.first() + 2) == 1
				&& document.length(chunk.first()) <= 5;
		boolean range = chunk.tokens() == 3 && document.symbol(chunk.first() - 1, '|')
				&& document.symbol(chunk.end(), '|') && document.length(chunk.first()) <= 3
				&& document.length(chunk.first() + 2) <= 3
				&& document.value(chunk.first()) < document.value(chunk.first() + 2);
		return (form && document.symbol(chunk.end(), '^')) || range;
	}

	/**
	 * A second number of the national drug code:
	 * {@code ndc 0002-8215-01 vs 0169-7501-11}.
	 */
	private static boolean isFurtherDrug(Document document, Chunk chunk) {
		int first = chunk.first();
		boolean form = chunk.tokens() == 5 && chunk.letters() == 0 && document.length(first) >= 4
				&& document.length(first + 4) <= 2 && chunk.digits() >= 10 && chunk.digits() <= 11;
		for (int i = first - 1; form && i >= first - FURTHER; i--) {
			if (document.is(i, "ndc")) {
				return true;
			}
		}
		return false;
	}

	private static boolean isAnnounced(Document document, int first) {
		for (int i = first - 1; i >= first - MAX_LOOK_BACK; i--) {
			if (VOCABULARIES.contains(document.folded(i))) {
				return true;
			}
			if (document.symbolOf(i, ".;|\n") || document.digits(i) > 2) {
				return false;
			}
		}
		return false;
	}

}
