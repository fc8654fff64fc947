package io.hilum.routing.tokens;

/**
 * Tokens by kind. The kinds are disjoint: {@code input} has no cached tokens in it and
 * {@code output} no reasoning tokens, so that a cost is a plain sum.
 *
 * @param input fresh input
 * @param cachedInput input that the provider had in its cache
 * @param cacheWrite input that the provider put into its cache
 * @param output what the answer consists of
 * @param reasoning what the model thought
 * @param audioInput spoken input
 * @param audioOutput spoken output
 */
public record TokenCounts(long input, long cachedInput, long cacheWrite, long output, long reasoning, long audioInput,
		long audioOutput) {

	/**
	 * No tokens at all.
	 */
	public static final TokenCounts NONE = of(0, 0);

	/**
	 * Counts of text, without details.
	 * @param input the input
	 * @param output the output
	 * @return the counts
	 */
	public static TokenCounts of(long input, long output) {
		return new TokenCounts(input, 0, 0, output, 0, 0, 0);
	}

	/**
	 * The same counts with another output.
	 * @param other the output
	 * @return the counts
	 */
	public TokenCounts withOutput(long other) {
		return new TokenCounts(this.input, this.cachedInput, this.cacheWrite, other, this.reasoning, this.audioInput,
				this.audioOutput);
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

}
