package io.hilum.routing.cache;

import org.jspecify.annotations.Nullable;

/**
 * Where a question lies among those with the same frame: a vector of length one.
 *
 * @param frame stands for caller, catalogue, policy and frame
 * @param vector the vector, never changed
 */
public record Wording(String frame, float[] vector) {

	/**
	 * A wording of any length of vector.
	 * @param frame stands for caller, catalogue, policy and frame
	 * @param measured the vector as it was measured
	 * @return the wording, or {@code null} if the vector has no direction
	 */
	public static @Nullable Wording of(String frame, float[] measured) {
		double sum = 0;
		for (float part : measured) {
			sum += (double) part * part;
		}
		if (!(sum > 0) || Double.isInfinite(sum)) {
			return null;
		}
		float[] vector = new float[measured.length];
		for (int i = 0; i < vector.length; i++) {
			vector[i] = (float) (measured[i] / Math.sqrt(sum));
		}
		return new Wording(frame, vector);
	}

	/**
	 * How near another wording is.
	 * @param other the other
	 * @return the cosine of the angle between them, or -1 if they cannot be compared
	 */
	double near(Wording other) {
		if (other.vector.length != this.vector.length) {
			return -1;
		}
		double dot = 0;
		for (int i = 0; i < this.vector.length; i++) {
			dot += (double) this.vector[i] * other.vector[i];
		}
		return dot;
	}

	@Override
	public String toString() {
		return "Wording[" + this.frame + "]";
	}

}
