package io.hilum.routing.completion;

import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.health.Standing;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The router against the life stories of thousands of deployments. What must hold at
 * every call is judged in {@link SimulatedWorld} and {@link SimulatedDeployment}: an open
 * deployment is never called, probes are as far apart as stated and one that is answered
 * closes the breaker, nobody is refused while a deployment would take the request, and
 * what is paid for in advance is filled first.
 */
class RouterSimulationTests {

	private static final int WORLDS = 400;

	@Test
	void keepsItsPromisesInEveryWorld() {
		int stories = 0;
		long answered = 0;
		long refused = 0;
		for (long seed = 0; seed < WORLDS; seed++) {
			SimulatedWorld world = new SimulatedWorld(seed);
			world.live();
			judge(world, seed);
			stories += world.deployments().size();
			answered += world.answered();
			refused += world.refused();
		}
		assertThat(stories).isGreaterThan(2000);
		assertThat(answered).as("of %d and %d", answered, refused).isGreaterThan(20 * refused);
	}

	private static void judge(SimulatedWorld world, long seed) {
		for (SimulatedDeployment deployment : world.deployments()) {
			assertThat(world.inFlight(deployment)).as("seed %d: places of %s", seed, deployment.id()).isZero();
			if (spreads(world.strategy()) && !isBehindProvisioned(world, deployment)) {
				assertThat(deployment.callsInCalm()).as("seed %d: %s starves", seed, deployment.id()).isPositive();
				assertThat(world.standing(deployment).state()).as("seed %d: %s stays shut", seed, deployment.id())
					.isNotIn(Standing.State.OPEN, Standing.State.PROBE);
			}
		}
		world.shares()
			.forEach((id, sums) -> assertThat(Math.abs(sums[0] - sums[1])).as("seed %d: share of %s", seed, id)
				.isLessThan(5 * Math.sqrt(sums[2]) + 1));
	}

	/**
	 * By priority and by price, the first of them gets everything while it is well.
	 */
	private static boolean spreads(Strategy strategy) {
		return strategy != Strategy.PRIORITY && strategy != Strategy.CHEAPEST;
	}

	/**
	 * What is paid by use waits until what is paid for in advance is full.
	 */
	private static boolean isBehindProvisioned(SimulatedWorld world, SimulatedDeployment deployment) {
		return !deployment.isProvisioned() && world.deployments().stream().anyMatch(SimulatedDeployment::isProvisioned);
	}

}
