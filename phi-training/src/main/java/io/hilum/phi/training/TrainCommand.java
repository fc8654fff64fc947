package io.hilum.phi.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import io.hilum.phi.detect.dictionary.Gazetteer;
import io.hilum.phi.detect.tagger.Model;
import io.hilum.phi.training.chain.Judge;
import io.hilum.phi.training.chain.Training;
import io.hilum.phi.training.corpus.Corpus;
import io.hilum.phi.training.corpus.Labelled;
import io.hilum.phi.training.corpus.Split;

/**
 * Generates, trains, judges, and writes the model of the scrubber and its data sheet:
 * {@code TrainCommand MODEL SHEET}. The figures of the sheet are those of a model that
 * did not see the templates, names and places that judged it; the model that is written
 * then sees all.
 */
final class TrainCommand {

	private static final long SEED = 20261123;

	private static final int JUDGED = 4000;

	private TrainCommand() {
	}

	public static void main(String[] args) throws IOException {
		Gazetteer gazetteer = Gazetteer.load();
		int texts = Training.TEXTS;
		Training training = new Training(gazetteer, texts);
		if (args.length > 1) {
			Model judged = training.train(Split.LEARNING, SEED);
			List<Labelled> unseen = new Corpus(Split.JUDGING, new SplittableRandom(SEED + 1)).next(JUDGED);
			Judge judge = new Judge(gazetteer, judged);
			DataSheet sheet = new DataSheet(SEED, texts, new Corpus(Split.ALL, new SplittableRandom(SEED)).families(),
					judge.judge(unseen));
			System.out.println(sheet.markdown());
			Files.writeString(Path.of(args[1]), sheet.markdown());
		}
		Model model = training.train(Split.ALL, SEED);
		try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
			model.write(out);
		}
		System.out.printf(Locale.ROOT, "%s: %d bytes%n", args[0], Files.size(Path.of(args[0])));
	}

}
