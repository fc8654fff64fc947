package io.hilum.phi.training.corpus;

import java.util.List;

/**
 * What texts are filled with.
 *
 * @param names people
 * @param places cities, streets, places of care
 * @param organisations payers, makers, firms
 * @param medicine eponyms and medicines
 * @param words ordinary words
 * @param things nouns of one word or more
 */
record Sources(Names names, Places places, Organisations organisations, Medicine medicine, List<String> words,
		List<String> things) {

	static Sources load(Split split) {
		Names names = new Names(split);
		List<String> words = Lists.gazetteer("common-words.txt.gz")
			.stream()
			.filter((word) -> word.length() > 3 && word.indexOf('\'') < 0)
			.toList();
		return new Sources(names, new Places(split, names), new Organisations(split, names), new Medicine(split, names),
				words, Lists.own("things.txt.gz"));
	}

}
