package io.hilum.systemtests.readme;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Readme}.
 */
class ReadmeTests {

	private static final String PAGE = """
			# Title
			```sh
			make run      # builds
			make test     # tests
			```
			Then:
			```console
			$ curl -s x
			{"answer": 1}
			$ jq .
			```
			```json
			{"not": "run"}
			```
			<!-- not run by the tests: needs a cluster -->
			```sh
			helm install
			```
			```sh
			echo last
			```
			""";

	@Test
	void takesCommandsAndLeavesOutput() {
		assertThat(Readme.blocks(PAGE)).containsExactly("make run      # builds\nmake test     # tests\n",
				"curl -s x\njq .\n", "echo last\n");
	}

	@Test
	void knowsWhichTargetsAreCalled() {
		assertThat(Readme.makeTargets("make run  # now\nmake A=1 test\ncurl make\n")).containsExactly("run", "test");
	}

	@Test
	void leavesTheRestOfAScript() {
		assertThat(Readme.withoutMake("make run # x\n\necho 1\n")).isEqualTo("echo 1\n");
	}

}
