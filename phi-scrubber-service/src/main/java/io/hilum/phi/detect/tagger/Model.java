package io.hilum.phi.detect.tagger;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The trained weights: one byte for each feature and tag, and the weights of each tag
 * after each other. A row also has the print of the feature that owns it, so that words
 * never seen in training do not borrow the weights of others. 8 MB in memory. Immutable.
 */
public final class Model {

	/**
	 * Weights are kept in steps of this size.
	 */
	public static final float STEP = 1 / 24f;

	/**
	 * The places of one feature: its weights, and last its print.
	 */
	public static final int STRIDE = 8;

	private static final String RESOURCE = "tagger.model.gz";

	private static final int FORMAT = 0x48544732;

	/** Makes signed bytes unsigned ones that are larger by 128, all but the print. */
	private static final long LIFT = 0x0080808080808080L;

	private static final int LIFTED_BY = 128;

	/** Every other byte of a row, with room for sums of all features of a token. */
	private static final long LANES = 0x00ff00ff00ff00ffL;

	private static final int LANE_BITS = 16;

	private static final int PRINT_AT = Long.SIZE - Features.PRINT_BITS;

	/**
	 * A row for each feature: a byte for each tag, the first lowest, lifted so that bytes
	 * can be added up beside each other, and the print on top.
	 */
	private final long[] rows;

	private final float[] transitions;

	/**
	 * Create a model.
	 * @param weights for each feature {@link #STRIDE} places in steps of {@link #STEP}
	 * @param transitions for each tag the weights of the tags after it
	 */
	public Model(byte[] weights, float[] transitions) {
		if (weights.length != Features.ROWS * STRIDE || transitions.length != Tag.COUNT * Tag.COUNT) {
			throw new IllegalArgumentException("the sizes of a model are those of its features and tags");
		}
		this.rows = new long[Features.ROWS];
		LongBuffer packed = ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
		for (int i = 0; i < this.rows.length; i++) {
			this.rows[i] = packed.get(i) ^ LIFT;
		}
		this.transitions = transitions.clone();
	}

	/**
	 * Read the model of this service.
	 * @return the model
	 */
	public static Model load() {
		try (InputStream in = Objects.requireNonNull(Model.class.getResourceAsStream(RESOURCE), RESOURCE)) {
			return read(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(RESOURCE + " is part of the jar", ex);
		}
	}

	/**
	 * Read a model.
	 * @param in what {@link #write} wrote
	 * @return the model
	 * @throws IOException if it cannot be read or is of another format
	 */
	public static Model read(InputStream in) throws IOException {
		DataInputStream data = new DataInputStream(new GZIPInputStream(in));
		if (data.readInt() != FORMAT || data.readInt() != Features.ROWS) {
			throw new IOException("the model is of another format: train it anew");
		}
		float[] transitions = new float[Tag.COUNT * Tag.COUNT];
		for (int i = 0; i < transitions.length; i++) {
			transitions[i] = data.readFloat();
		}
		byte[] weights = new byte[Features.ROWS * STRIDE];
		for (int tag = 0; tag < STRIDE; tag++) {
			for (int i = tag; i < weights.length; i += STRIDE) {
				weights[i] = data.readByte();
			}
		}
		return new Model(weights, transitions);
	}

	/**
	 * Write this model, tag by tag, which packs better.
	 * @param out where it goes
	 * @throws IOException if it cannot be written
	 */
	public void write(OutputStream out) throws IOException {
		try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out, 1 << 16))) {
			data.writeInt(FORMAT);
			data.writeInt(Features.ROWS);
			for (float transition : this.transitions) {
				data.writeFloat(transition);
			}
			for (int tag = 0; tag < STRIDE; tag++) {
				for (long row : this.rows) {
					data.writeByte((int) ((row ^ LIFT) >>> (tag * Byte.SIZE)));
				}
			}
		}
	}

	/**
	 * Add up the weights of some features for each tag: four tags at once in each of two
	 * sums, of which no lane flows over with {@link Features#MOST} features. A row that
	 * another feature owns adds nothing, without a branch, since half of them do.
	 */
	void score(int[] keys, int count, float[] scores) {
		long even = 0;
		long odd = 0;
		int added = 0;
		for (int n = 0; n < count; n++) {
			long row = this.rows[Features.row(keys[n])];
			long owned = ((row >>> PRINT_AT ^ Features.print(keys[n])) - 1) >> Long.SIZE - 1;
			even += row & owned & LANES;
			odd += (row & owned) >>> Byte.SIZE & LANES;
			added -= (int) owned;
		}
		for (int tag = 0; tag < Tag.COUNT; tag++) {
			long sums = ((tag & 1) == 0) ? even : odd;
			int sum = (int) (sums >>> ((tag >> 1) * LANE_BITS)) & 0xffff;
			scores[tag] = (sum - LIFTED_BY * added) * STEP;
		}
	}

	/** For each tag the factors by which it makes the tags after it likelier. */
	float[] factors() {
		float[] factors = new float[this.transitions.length];
		for (int i = 0; i < factors.length; i++) {
			boolean allowed = Tag.values()[i / Tag.COUNT].allows(Tag.values()[i % Tag.COUNT]);
			factors[i] = allowed ? (float) Math.exp(this.transitions[i]) : 0;
		}
		return factors;
	}

}
