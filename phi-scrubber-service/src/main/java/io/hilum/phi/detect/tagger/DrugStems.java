package io.hilum.phi.detect.tagger;

import java.util.List;

import io.hilum.phi.detect.TokenKind;
import io.hilum.phi.detect.dictionary.Gazetteer;
import io.hilum.phi.detect.dictionary.Words;

/**
 * Tells generic names of medicines by their stems, of which the World Health Organization
 * keeps the list (INN stem book): {@code apixaban}, {@code empagliflozin}. Stems that
 * names of people end in are left out, and words that a list has as a name are none.
 */
final class DrugStems {

	private static final int SHORTEST = 7;

	private static final int NAMES = Gazetteer.FIRST_NAME | Gazetteer.SURNAME | Gazetteer.CITY;

	private static final List<String> STEMS = List.of("xaban", "gatran", "gliptin", "gliflozin", "glitazone", "glutide",
			"statin", "sartan", "dipine", "olol", "prazole", "conazole", "nidazole", "cillin", "mycin", "micin",
			"floxacin", "cycline", "penem", "bactam", "tinib", "ciclib", "rafenib", "zomib", "lizumab", "tuzumab",
			"cizumab", "ximab", "zumab", "lumab", "kinumab", "limus", "taxel", "rubicin", "platin", "trexate", "azepam",
			"zolam", "barbital", "racetam", "gabalin", "triptyline", "oxetine", "faxine", "peridone", "idone",
			"piprazole", "triptan", "setron", "grelor", "parin", "thiazide", "semide", "lukast", "terol", "asone",
			"onide", "dronate", "dronic", "profen", "fenac", "coxib", "caine", "curonium", "flurane", "tegravir",
			"tasvir", "buvir", "navir", "ciclovir", "vudine", "citabine", "poetin", "grastim", "afenacin", "steride",
			"lutamide", "relix", "vaptan", "entan", "orexant", "gepant", "cromil", "phylline", "tropium");

	private DrugStems() {
	}

	/** Whether a word is the generic name of a medicine. */
	static boolean isDrug(Words words, int i) {
		if (words.document().kind(i) != TokenKind.WORD || words.document().length(i) < SHORTEST
				|| (words.lists(i) & NAMES) != 0) {
			return false;
		}
		String word = words.document().folded(i);
		return STEMS.stream().anyMatch(word::endsWith);
	}

}
