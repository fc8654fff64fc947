package io.hilum.parts.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Lifeline}.
 */
class LifelineTests {

	@TempDir
	Path folder;

	@Test
	void nothingOutlivesAJvmThatIsKilled() throws IOException, InterruptedException {
		Process parent = new ProcessBuilder(Programs.java().toString(), "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), Parent.class.getName(), this.folder.toString())
			.redirectErrorStream(true)
			.start();
		ProcessHandle child = child(parent);
		parent.destroyForcibly().waitFor();
		child.onExit().orTimeout(Duration.ofSeconds(60).toSeconds(), TimeUnit.SECONDS).join();
		assertThat(child.isAlive()).isFalse();
	}

	private static ProcessHandle child(Process parent) throws IOException {
		try (BufferedReader output = parent.inputReader()) {
			String line = output.readLine();
			return ProcessHandle.of(Long.parseLong(line)).orElseThrow();
		}
	}

	/**
	 * A JVM with a child, which it names on its standard output.
	 */
	static final class Parent {

		private Parent() {
		}

		static void main(String[] arguments) throws InterruptedException {
			ChildProcess child = new ChildProcess("child", Path.of(arguments[0]));
			child.start(List.of("sleep", "120"), Map.of());
			System.out.println(child.pid());
			Thread.sleep(Duration.ofMinutes(2));
		}

	}

}
