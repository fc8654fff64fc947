package io.hilum.phi.classify.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import io.hilum.phi.classify.Labelled;
import io.hilum.phi.classify.Labels;
import io.hilum.phi.classify.TokenClassifier;
import io.hilum.phi.detect.DetectionFailedException;

/**
 * A token classifier of Hugging Face's form: pieces by its tokenizer, scores by its
 * network, opinions by its labels.
 */
final class OnnxClassifier implements TokenClassifier {

	/** More UTF-16 units than this for a piece are cut once more in the next window. */
	private static final int UNITS_OF_PIECE = 5;

	private static final String PROBE = "Seen by Dr. Alvin Testwell at Testwell Hospital on 01/02/2003.";

	private final String version;

	private final Cutter cutter;

	private final Network network;

	private final Labels labels;

	private final int window;

	private OnnxClassifier(String version, Cutter cutter, Network network, Labels labels, int window) {
		this.version = version;
		this.cutter = cutter;
		this.network = network;
		this.labels = labels;
		this.window = window;
	}

	/**
	 * Load a classifier and try it once.
	 * @param properties where it is, and its bounds
	 * @return the classifier
	 * @throws ClassifierRefusedException if it cannot be used
	 */
	static OnnxClassifier load(ClassifierProperties properties) {
		ModelFolder folder = ModelFolder.of(properties);
		ModelCard card = ModelCard.read(folder.config(), properties);
		Cutter cutter = Cutter.read(folder.tokenizer());
		if (cutter.frame() > ClassifierProperties.FRAME) {
			throw new ClassifierRefusedException("The classifier's tokenizer puts more than "
					+ ClassifierProperties.FRAME + " pieces around a text");
		}
		Network network = Network.read(folder.model(), properties.threads());
		String settings = new TreeMap<>(properties.labels()) + " " + properties.threshold() + " " + properties.window()
				+ " " + properties.overlap();
		OnnxClassifier classifier = new OnnxClassifier("classifier-" + folder.version(settings), cutter, network,
				card.labels(), properties.window());
		classifier.probe(folder);
		return classifier;
	}

	private void probe(ModelFolder folder) {
		try {
			label(PROBE);
		}
		catch (DetectionFailedException ex) {
			throw new ClassifierRefusedException(
					"The classifier's file " + folder.model() + " cannot be used: " + ex.getMessage());
		}
	}

	@Override
	public String version() {
		return this.version;
	}

	@Override
	public int reach() {
		return this.window * UNITS_OF_PIECE;
	}

	@Override
	public Labelled label(String text) {
		Cutter.Cuts cuts = this.cutter.cut(text);
		int count = Math.min(cuts.size(), this.window - this.cutter.frame());
		if (count == 0) {
			return new Labelled(List.of(), true);
		}
		float[] scores = this.network.scores(this.cutter.framed(cuts.ids(), count));
		if (scores.length != (count + this.cutter.frame()) * this.labels.size()) {
			throw new DetectionFailedException("the network does not give " + this.labels.size()
					+ " scores for each piece, as many as config.json has labels");
		}
		List<Labelled.Piece> pieces = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			pieces.add(new Labelled.Piece(cuts.starts()[i], cuts.ends()[i],
					this.labels.opinion(scores, (this.cutter.first() + i) * this.labels.size())));
		}
		return new Labelled(pieces, count == cuts.size());
	}

}
