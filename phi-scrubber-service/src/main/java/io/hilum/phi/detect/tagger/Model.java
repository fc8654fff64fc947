package io.hilum.phi.detect.tagger;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The trained weights: one byte for each feature and tag, and the weights of each tag
 * after each other. 4 MB in memory, about 1 MB on disk. Immutable.
 */
public final class Model {

	/**
	 * Weights are kept in steps of this size.
	 */
	public static final float STEP = 1 / 24f;

	/**
	 * The places of one feature, of which the last is not used.
	 */
	public static final int STRIDE = 8;

	private static final String RESOURCE = "tagger.model.gz";

	private static final int FORMAT = 0x48544731;

	private final byte[] weights;

	private final float[] transitions;

	/**
	 * Create a model.
	 * @param weights for each feature {@link #STRIDE} places in steps of {@link #STEP}
	 * @param transitions for each tag the weights of the tags after it
	 */
	public Model(byte[] weights, float[] transitions) {
		if (weights.length != Features.BUCKETS * STRIDE || transitions.length != Tag.COUNT * Tag.COUNT) {
			throw new IllegalArgumentException("the sizes of a model are those of its features and tags");
		}
		this.weights = weights.clone();
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
		if (data.readInt() != FORMAT || data.readInt() != Features.BUCKETS) {
			throw new IOException("the model is of another format: train it anew");
		}
		float[] transitions = new float[Tag.COUNT * Tag.COUNT];
		for (int i = 0; i < transitions.length; i++) {
			transitions[i] = data.readFloat();
		}
		byte[] weights = new byte[Features.BUCKETS * STRIDE];
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
			data.writeInt(Features.BUCKETS);
			for (float transition : this.transitions) {
				data.writeFloat(transition);
			}
			for (int tag = 0; tag < STRIDE; tag++) {
				for (int i = tag; i < this.weights.length; i += STRIDE) {
					data.writeByte(this.weights[i]);
				}
			}
		}
	}

	/** Add up the weights of some features for each tag. */
	void score(int[] buckets, int count, float[] scores) {
		int s0 = 0;
		int s1 = 0;
		int s2 = 0;
		int s3 = 0;
		int s4 = 0;
		int s5 = 0;
		int s6 = 0;
		for (int n = 0; n < count; n++) {
			int at = buckets[n] * STRIDE;
			s0 += this.weights[at];
			s1 += this.weights[at + 1];
			s2 += this.weights[at + 2];
			s3 += this.weights[at + 3];
			s4 += this.weights[at + 4];
			s5 += this.weights[at + 5];
			s6 += this.weights[at + 6];
		}
		scores[0] = s0 * STEP;
		scores[1] = s1 * STEP;
		scores[2] = s2 * STEP;
		scores[3] = s3 * STEP;
		scores[4] = s4 * STEP;
		scores[5] = s5 * STEP;
		scores[6] = s6 * STEP;
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
