package io.hilum.routing.plan;

import java.util.Comparator;

import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.load.Load;
import io.hilum.routing.tokens.Cost;
import io.hilum.routing.tokens.TokenCounts;

/**
 * What a strategy makes of a deployment. Pure.
 */
final class Scoring {

	/**
	 * Capacity that is paid for in advance first, what is known to have no room last;
	 * then by score. Sorting is stable, so that equals stay as they are written.
	 */
	static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt(Scoring::tier)
		.thenComparingDouble(Candidate::score);

	/**
	 * A deployment of unknown latency is asked at once, but only once at a time.
	 */
	private static final double UNKNOWN_MILLIS = 60_000;

	/**
	 * An answer counts as so long if the request does not say how long it may be.
	 */
	private static final long USUAL_OUTPUT = 500;

	private Scoring() {
	}

	private static int tier(Candidate candidate) {
		int provisioned = candidate.deployment().capacity().provisioned() ? 0 : 1;
		return candidate.signals().load().room() ? provisioned : 2 + provisioned;
	}

	static double score(Strategy strategy, Deployment deployment, Load load, PlanRequest request) {
		PlanRequest.Chance chance = request.chance();
		return switch (strategy) {
			case PRIORITY -> deployment.priority();
			case WEIGHTED -> Spread.lot(chance.seed(), deployment.id(), deployment.weight());
			case PINNED -> Spread.lot(chance.session(), deployment.id(), deployment.weight());
			case LEAST_BUSY -> busy(deployment, load) + shuffled(deployment, chance);
			case LEAST_LATENCY -> latency(load) + shuffled(deployment, chance);
			case CHEAPEST -> cost(deployment, request.size()) + shuffled(deployment, chance);
		};
	}

	private static double busy(Deployment deployment, Load load) {
		return (deployment.weight() > 0) ? (double) load.inFlight() / deployment.weight() : Double.MAX_VALUE;
	}

	/**
	 * The time that a call would wait if those before it were served one after the other,
	 * so that a fast deployment is not flooded before its latency shows it.
	 */
	private static double latency(Load load) {
		return (load.latencyMillis() < 0) ? load.inFlight() * UNKNOWN_MILLIS
				: load.latencyMillis() * (load.inFlight() + 1);
	}

	private static double cost(Deployment deployment, PlanRequest.Size size) {
		long output = (size.outputTokens() > 0) ? size.outputTokens() : USUAL_OUTPUT;
		return Cost.of(TokenCounts.of(size.inputTokens(), output), deployment.price());
	}

	/**
	 * Less than anything that counts: decides between equals, in another way for each
	 * request.
	 */
	private static double shuffled(Deployment deployment, PlanRequest.Chance chance) {
		return 1 / (1 + Spread.lot(chance.seed(), deployment.id(), 1)) / 1000;
	}

	static String reason(Strategy strategy, Deployment deployment, Load load, double score) {
		String provisioned = deployment.capacity().provisioned() ? "provisioned, " : "";
		String room = load.room() ? "" : ", no room";
		return provisioned + switch (strategy) {
			case PRIORITY -> "priority " + deployment.priority();
			case WEIGHTED -> "weight " + deployment.weight();
			case PINNED -> "pinned, weight " + deployment.weight();
			case LEAST_BUSY -> load.inFlight() + " in flight";
			case LEAST_LATENCY -> (load.latencyMillis() < 0) ? "latency not known"
					: Math.round(load.latencyMillis()) + " ms, " + load.inFlight() + " in flight";
			case CHEAPEST -> Math.round(score) + " nano-USD";
		} + room;
	}

}
