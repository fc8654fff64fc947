package io.hilum.systemtests.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.hilum.systemtests.RunningSuite;
import io.hilum.systemtests.quickstart.Suite;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What README.md tells its reader to type works as it stands there.
 */
@Order(30)
@ExtendWith(RunningSuite.class)
class ReadmeIT {

	private static final Path ROOT = Path.of(System.getProperty("hilum.root"));

	private final List<String> blocks = Readme.blocks(ROOT.resolve("README.md"));

	@Test
	void everyMakeTargetExists() throws IOException {
		String makefile = Files.readString(ROOT.resolve("Makefile"));
		List<String> targets = this.blocks.stream().flatMap((block) -> Readme.makeTargets(block).stream()).toList();
		assertThat(targets).contains("run", "test");
		assertThat(targets).allSatisfy((target) -> assertThat(makefile).containsPattern("(?m)^" + target + ":"));
	}

	@Test
	void everyOtherCommandWorksOnTheRunningQuickStart(Suite suite) throws Exception {
		Path folder = Objects.requireNonNull(suite.quickStart().home().getParent());
		for (String block : this.blocks) {
			String script = Readme.withoutMake(block);
			if (!script.isEmpty()) {
				run(folder, script);
			}
		}
	}

	private static void run(Path folder, String script) throws Exception {
		Path output = folder.resolve("output.txt");
		ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		Process process = shell.start();
		assertThat(process.waitFor(240, TimeUnit.SECONDS)).as("ends: %s", script).isTrue();
		assertThat(process.exitValue()).as("%s%n%s", script, Files.readString(output)).isZero();
	}

}
