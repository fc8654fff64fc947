package io.hilum.routing.budget;

import java.util.List;

import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.tokens.Cost;
import io.hilum.routing.tokens.Estimate;
import io.hilum.routing.tokens.TokenCounts;
import org.jspecify.annotations.Nullable;

/**
 * What a request can cost at most on any of the deployments that may be tried.
 *
 * @param price the highest price of input and of output over the deployments, and over
 * the tiers that the most input can reach
 * @param mostInput the most input tokens
 * @param likelyInput the likely input tokens
 * @param maxOutput the most output tokens of one answer
 * @param choices how many answers are asked for
 */
public record Worst(Price price, long mostInput, long likelyInput, int maxOutput, int choices) {

	/**
	 * The worst case over deployments.
	 * @param deployments the deployments
	 * @param bodyBytes the length of the body
	 * @param maxOutput the most output tokens of one answer
	 * @param choices how many answers are asked for
	 * @return the worst case
	 */
	public static Worst of(List<Deployment> deployments, long bodyBytes, int maxOutput, int choices) {
		return of(deployments, Estimate.mostInput(bodyBytes), Estimate.input(bodyBytes), maxOutput, choices);
	}

	/**
	 * The worst case over deployments.
	 * @param deployments the deployments
	 * @param most the most input tokens
	 * @param likely the likely input tokens
	 * @param maxOutput the most output tokens of one answer
	 * @param choices how many answers are asked for
	 * @return the worst case
	 */
	public static Worst of(List<Deployment> deployments, long most, long likely, int maxOutput, int choices) {
		return of(deployments, most, likely, maxOutput, choices, null);
	}

	/**
	 * The worst case over deployments, and over the service tiers that each may serve the
	 * request in.
	 * @param deployments the deployments
	 * @param most the most input tokens
	 * @param likely the likely input tokens
	 * @param maxOutput the most output tokens of one answer
	 * @param choices how many answers are asked for
	 * @param tier the service tier that is asked for, {@code null} for none
	 * @return the worst case
	 */
	public static Worst of(List<Deployment> deployments, long most, long likely, int maxOutput, int choices,
			@Nullable String tier) {
		long input = 0;
		long output = 0;
		for (Deployment deployment : deployments) {
			for (Price price : deployment.price().upTo(most, tier)) {
				input = Math.max(input, price.dearestInput());
				output = Math.max(output, price.dearestOutput());
			}
		}
		return new Worst(new Price(input, input, input, output), most, likely, maxOutput, choices);
	}

	/**
	 * The worst case of two answers, of which one may be given.
	 * @return twice the input and twice the answers
	 */
	public Worst twice() {
		return new Worst(this.price, 2 * this.mostInput, 2 * this.likelyInput, this.maxOutput, 2 * this.choices);
	}

	/**
	 * The cost of the most input.
	 * @return nano-dollars
	 */
	public long mostInputNanoUsd() {
		return Cost.of(TokenCounts.of(this.mostInput, 0), this.price);
	}

	/**
	 * The cost of the likely input.
	 * @return nano-dollars
	 */
	public long likelyInputNanoUsd() {
		return Cost.of(TokenCounts.of(this.likelyInput, 0), this.price);
	}

	/**
	 * The cost of so many output tokens in each answer.
	 * @param tokens the tokens of one answer
	 * @return nano-dollars
	 */
	public long outputNanoUsd(int tokens) {
		return Cost.of(TokenCounts.of(0, (long) tokens * this.choices), this.price);
	}

}
