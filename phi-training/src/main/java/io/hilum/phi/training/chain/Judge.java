package io.hilum.phi.training.chain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.dictionary.Gazetteer;
import io.hilum.phi.detect.tagger.Model;
import io.hilum.phi.detect.tagger.TaggerDetector;
import io.hilum.phi.training.corpus.Labelled;

/**
 * Says how much of the names and places of labelled texts a model covers by itself, and
 * how much else it marks.
 */
public final class Judge {

	private final TaggerDetector detector;

	/**
	 * Judge a model.
	 * @param gazetteer the lists
	 * @param model the model
	 */
	public Judge(Gazetteer gazetteer, Model model) {
		this.detector = new TaggerDetector(gazetteer, model);
	}

	/**
	 * Judge by some texts.
	 * @param texts the texts
	 * @return the figures
	 */
	public Verdict judge(List<Labelled> texts) {
		Map<String, Figures> families = new TreeMap<>();
		for (Labelled text : texts) {
			boolean[] marked = new boolean[text.text().length()];
			for (Span span : this.detector.tagged(new Document(text.text()))) {
				Arrays.fill(marked, span.start(), span.end(), true);
			}
			families.computeIfAbsent(text.family(), (family) -> new Figures()).count(text, marked);
		}
		return new Verdict(families);
	}

	/**
	 * The figures of each family of templates.
	 *
	 * @param families the figures by the name of the family
	 */
	public record Verdict(Map<String, Figures> families) {

		/**
		 * The figures of all families together.
		 * @return the figures
		 */
		public Figures all() {
			Figures all = new Figures();
			this.families.values().forEach(all::add);
			return all;
		}

		/**
		 * The figures as rows of a table.
		 * @return a row for each family, and one for all
		 */
		public String rows() {
			StringBuilder rows = new StringBuilder();
			this.families.forEach((family, figures) -> rows.append(figures.row(family)));
			return rows.append(all().row("all")).toString();
		}

	}

}
