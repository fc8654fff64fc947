package io.hilum.systemtests;

import java.nio.file.Files;

import io.hilum.systemtests.quickstart.Suite;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ctrl-C ends the quick start in order and leaves no process behind. It runs last.
 */
@Order(Integer.MAX_VALUE - 1)
@ExtendWith(RunningSuite.class)
class StopIT {

	private static final int ENDED_BY_SIGTERM = 143;

	@Test
	void stopsInOrderAndLeavesNothingRunning(Suite suite) {
		assertThat(suite.quickStart().stop()).isIn(0, ENDED_BY_SIGTERM);
		assertThat(suite.quickStart().isAlive()).isFalse();
		assertThat(Files.exists(suite.quickStart().home().resolve("access.json"))).isFalse();
	}

}
