package io.hilum.rag.embed;

/**
 * Vectors of length one.
 */
public final class UnitVector {

	private UnitVector() {
	}

	/**
	 * Bring a vector to length one.
	 * @param values its values
	 * @return the vector of the same direction
	 * @throws EmbeddingUnavailableException if it has no direction
	 */
	public static float[] of(float[] values) {
		double square = 0;
		for (float value : values) {
			square += (double) value * value;
		}
		if (!(square > 0) || Double.isInfinite(square)) {
			throw new EmbeddingUnavailableException("a vector without direction came back");
		}
		float[] unit = new float[values.length];
		double length = Math.sqrt(square);
		for (int i = 0; i < values.length; i++) {
			unit[i] = (float) (values[i] / length);
		}
		return unit;
	}

}
