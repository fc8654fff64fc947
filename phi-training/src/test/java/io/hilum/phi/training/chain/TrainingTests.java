package io.hilum.phi.training.chain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.dictionary.Gazetteer;
import io.hilum.phi.detect.tagger.Model;
import io.hilum.phi.detect.tagger.TaggerDetector;
import io.hilum.phi.training.corpus.Corpus;
import io.hilum.phi.training.corpus.Labelled;
import io.hilum.phi.training.corpus.Split;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A little training is enough to find most of what was never seen, and gives the same
 * model each time.
 */
class TrainingTests {

	private static final Gazetteer GAZETTEER = Gazetteer.load();

	@Test
	void findsMostOfWhatItHasNotSeen() {
		Model model = new Training(GAZETTEER, 2500).train(Split.LEARNING, 11);
		List<Labelled> unseen = new Corpus(Split.JUDGING, new SplittableRandom(12)).next(400);
		Figures figures = new Judge(GAZETTEER, model).judge(unseen).all();
		assertThat(figures.names()).as("cover of names").isGreaterThan(80);
		assertThat(figures.places()).as("cover of places").isGreaterThan(80);
		assertThat(figures.wrongPerThousand()).as("wrong letters").isLessThan(80);
		assertThat(new TaggerDetector(GAZETTEER, model).tagged(new Document(""))).isEmpty();
	}

	@Test
	void givesTheSameModelForTheSameSeed() throws IOException {
		assertThat(bytes(3)).isEqualTo(bytes(3)).isNotEqualTo(bytes(4));
	}

	private static byte[] bytes(long seed) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new Training(GAZETTEER, 100).train(Split.ALL, seed).write(bytes);
		return bytes.toByteArray();
	}

}
