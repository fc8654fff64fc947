package io.hilum.phi.training.chain;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.dictionary.Gazetteer;
import io.hilum.phi.detect.dictionary.Words;
import io.hilum.phi.detect.tagger.Features;
import io.hilum.phi.detect.tagger.Model;
import io.hilum.phi.detect.tagger.Veil;
import io.hilum.phi.training.corpus.Labelled;

/**
 * Which features are worth a row of the model: those that some texts have more than once,
 * and of several that fall on a row the most frequent. {@link #count} all texts first,
 * then {@link #claim} with the same ones.
 */
public final class Census {

	/** A feature seen less often says something about one text, not about texts. */
	private static final int LEAST = 3;

	/** So many keys share a counter. */
	private static final int SHARED_BITS = 2;

	private static final int MOST = 255;

	private final Gazetteer gazetteer;

	private final byte[] counts = new byte[Features.ROWS << Features.PRINT_BITS - SHARED_BITS];

	private final byte[] owners = new byte[Features.ROWS];

	private final byte[] owned = new byte[Features.ROWS];

	/**
	 * Start with nothing counted.
	 * @param gazetteer the lists
	 */
	public Census(Gazetteer gazetteer) {
		this.gazetteer = gazetteer;
	}

	/**
	 * Count the features of a text.
	 * @param labelled the text
	 */
	public void count(Labelled labelled) {
		read(labelled, (key) -> {
			if (counted(key) < MOST) {
				this.counts[key >>> SHARED_BITS]++;
			}
		});
	}

	/**
	 * Give the features of a text their rows, unless a more frequent one has it.
	 * @param labelled the text
	 */
	public void claim(Labelled labelled) {
		read(labelled, (key) -> {
			int row = Features.row(key);
			int count = counted(key);
			if (count >= LEAST && count > Byte.toUnsignedInt(this.owned[row])) {
				this.owned[row] = (byte) count;
				this.owners[row] = (byte) Features.print(key);
			}
		});
	}

	private int counted(int key) {
		return Byte.toUnsignedInt(this.counts[key >>> SHARED_BITS]);
	}

	private void read(Labelled labelled, Reader reader) {
		Document document = new Document(labelled.text());
		Features features = new Features(new Words(document, this.gazetteer), Veil.NONE);
		int[] keys = new int[Features.MOST];
		for (int i = 0; i < document.size(); i++) {
			int count = features.read(i, keys);
			for (int n = 0; n < count; n++) {
				reader.read(keys[n]);
			}
		}
	}

	/** Puts the rows of the keys that own theirs in place of all; gives their number. */
	int rows(int[] keys, int count) {
		int kept = 0;
		for (int n = 0; n < count; n++) {
			int row = Features.row(keys[n]);
			if (this.owned[row] != 0 && this.owners[row] == (byte) Features.print(keys[n])) {
				keys[kept++] = row;
			}
		}
		return kept;
	}

	/** The number of rows that a feature owns. */
	int size() {
		int size = 0;
		for (byte count : this.owned) {
			size += (count != 0) ? 1 : 0;
		}
		return size;
	}

	/** Writes the prints beside the weights of a model. */
	void print(byte[] weights) {
		for (int row = 0; row < this.owners.length; row++) {
			weights[row * Model.STRIDE + Model.STRIDE - 1] = this.owners[row];
		}
	}

	/** What is done with a feature. */
	private interface Reader {

		void read(int key);

	}

}
