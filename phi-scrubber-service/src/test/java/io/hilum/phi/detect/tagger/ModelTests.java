package io.hilum.phi.detect.tagger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * A model is read as it was written, or not at all.
 */
class ModelTests {

	@Test
	void readsWhatItWrote() throws IOException {
		byte[] weights = new byte[Features.ROWS * Model.STRIDE];
		weights[5 * Model.STRIDE + 2] = 48;
		weights[9 * Model.STRIDE + 2] = -24;
		float[] transitions = new float[Tag.COUNT * Tag.COUNT];
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new Model(weights, transitions).write(out);
		float[] scores = new float[Tag.COUNT];
		Model.read(new ByteArrayInputStream(out.toByteArray()))
			.score(new int[] { key(5, weights), key(9, weights) }, 2, scores);
		assertThat(scores[2]).isEqualTo(24 * Model.STEP);
		assertThat(scores[1]).isZero();
	}

	@Test
	void addsNothingForAFeatureThatDoesNotOwnItsRow() {
		byte[] weights = new byte[Features.ROWS * Model.STRIDE];
		weights[5 * Model.STRIDE + 2] = 48;
		weights[5 * Model.STRIDE + Model.STRIDE - 1] = (byte) 200;
		Model model = new Model(weights, new float[Tag.COUNT * Tag.COUNT]);
		float[] scores = new float[Tag.COUNT];
		int owner = key(5, weights);
		model.score(new int[] { owner ^ 1, owner ^ 128 }, 2, scores);
		assertThat(scores).containsOnly(0);
		model.score(new int[] { owner, owner ^ 1 }, 2, scores);
		assertThat(scores[2]).isEqualTo(48 * Model.STEP);
	}

	@Test
	void refusesAnotherFormat() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
			zip.write(new byte[64]);
		}
		assertThatIOException().isThrownBy(() -> Model.read(new ByteArrayInputStream(out.toByteArray())));
		assertThatIllegalArgumentException().isThrownBy(() -> new Model(new byte[8], new float[49]));
	}

	@Test
	void excludesTagsThatCannotFollow() {
		float[] factors = new Model(new byte[Features.ROWS * Model.STRIDE], new float[Tag.COUNT * Tag.COUNT]).factors();
		assertThat(factors[Tag.OUTSIDE.ordinal() * Tag.COUNT + Tag.NAME_INSIDE.ordinal()]).isZero();
		assertThat(factors[Tag.NAME_BEGIN.ordinal() * Tag.COUNT + Tag.PLACE_INSIDE.ordinal()]).isZero();
		assertThat(factors[Tag.NAME_BEGIN.ordinal() * Tag.COUNT + Tag.NAME_INSIDE.ordinal()]).isOne();
		assertThat(factors[Tag.NAME_INSIDE.ordinal() * Tag.COUNT + Tag.PLACE_BEGIN.ordinal()]).isOne();
	}

	@Test
	void givesProbabilitiesThatSumUpToOne() {
		float[] factors = new float[Tag.COUNT * Tag.COUNT];
		Arrays.fill(factors, 1);
		Lattice lattice = new Lattice(3, factors);
		for (int at = 0; at < 3; at++) {
			lattice.put(at, new float[] { 1, at, -40, 80, 0.5f, 0, 2 });
		}
		lattice.run(3);
		for (int at = 0; at < 3; at++) {
			double sum = 0;
			for (int tag = 0; tag < Tag.COUNT; tag++) {
				sum += lattice.probability(at, tag);
			}
			assertThat(sum).isCloseTo(1, Offset.offset(1e-4));
			assertThat(lattice.probability(at, 3)).isGreaterThan(0.99f);
		}
		assertThatIllegalArgumentException().isThrownBy(() -> lattice.run(4));
	}

	@Test
	void addsUpAsOneWould() {
		Random random = new Random(7);
		byte[] weights = new byte[Features.ROWS * Model.STRIDE];
		random.nextBytes(weights);
		Arrays.fill(weights, 0, 2 * Model.STRIDE, Byte.MIN_VALUE);
		Arrays.fill(weights, 2 * Model.STRIDE, 4 * Model.STRIDE, Byte.MAX_VALUE);
		Model model = new Model(weights, new float[Tag.COUNT * Tag.COUNT]);
		for (int[] rows : List.of(new int[Features.MOST], filled(2),
				random.ints(Features.MOST, 0, Features.ROWS).toArray())) {
			int[] keys = Arrays.stream(rows).map((row) -> key(row, weights)).toArray();
			float[] scores = new float[Tag.COUNT];
			model.score(keys, keys.length, scores);
			for (int tag = 0; tag < Tag.COUNT; tag++) {
				int expected = 0;
				for (int row : rows) {
					expected += weights[row * Model.STRIDE + tag];
				}
				assertThat(scores[tag]).isEqualTo(expected * Model.STEP);
			}
		}
	}

	/** The key of the feature that owns a row. */
	private static int key(int row, byte[] weights) {
		return row << Features.PRINT_BITS | Byte.toUnsignedInt(weights[row * Model.STRIDE + Model.STRIDE - 1]);
	}

	private static int[] filled(int row) {
		int[] rows = new int[Features.MOST];
		Arrays.fill(rows, row);
		return rows;
	}

}
