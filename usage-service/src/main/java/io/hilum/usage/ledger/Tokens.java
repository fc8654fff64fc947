package io.hilum.usage.ledger;

/**
 * Counts of tokens by kind. The kinds are disjoint, so that they can be summed.
 *
 * @param input read afresh
 * @param cachedInput read from the provider's cache
 * @param cacheWrite written to the provider's cache
 * @param output written
 * @param reasoning thought
 * @param audioInput heard
 * @param audioOutput spoken
 */
public record Tokens(long input, long cachedInput, long cacheWrite, long output, long reasoning, long audioInput,
		long audioOutput) {

	/**
	 * No tokens.
	 */
	public static final Tokens NONE = new Tokens(0, 0, 0, 0, 0, 0, 0);

	public Tokens {
		Bounds.notNegative(input, cachedInput, cacheWrite, output, reasoning, audioInput, audioOutput);
	}

	/**
	 * Everything that was read.
	 * @return the sum of all kinds of input
	 */
	public long totalInput() {
		return this.input + this.cachedInput + this.cacheWrite + this.audioInput;
	}

	/**
	 * Everything that was written.
	 * @return the sum of all kinds of output
	 */
	public long totalOutput() {
		return this.output + this.reasoning + this.audioOutput;
	}

	/**
	 * The sum, kind by kind.
	 * @param other what to add
	 * @return the sum
	 * @throws ArithmeticException if a sum does not fit
	 */
	public Tokens plus(Tokens other) {
		return new Tokens(Math.addExact(this.input, other.input), Math.addExact(this.cachedInput, other.cachedInput),
				Math.addExact(this.cacheWrite, other.cacheWrite), Math.addExact(this.output, other.output),
				Math.addExact(this.reasoning, other.reasoning), Math.addExact(this.audioInput, other.audioInput),
				Math.addExact(this.audioOutput, other.audioOutput));
	}

}
