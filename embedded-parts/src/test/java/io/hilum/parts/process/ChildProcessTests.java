package io.hilum.parts.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.hilum.parts.PartException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ChildProcess}.
 */
class ChildProcessTests {

	private static final Duration SOON = Duration.ofSeconds(60);

	@TempDir
	Path folder;

	private final ChildProcess[] started = new ChildProcess[1];

	@AfterEach
	void kill() {
		if (this.started[0] != null) {
			this.started[0].kill();
		}
	}

	@Test
	void waitsForAPhraseOfTheOutput() {
		ChildProcess child = start("echo warming up; sleep 0.2; echo ready now; sleep 60");
		child.awaitOutput("ready", SOON);
		assertThat(child.isAlive()).isTrue();
	}

	@Test
	void quotesTheLastWordsOfAProcessThatStopsWhileStarting() {
		ChildProcess child = start("echo the disk is full; exit 3");
		assertThatExceptionOfType(PartException.class).isThrownBy(() -> child.awaitOutput("ready", SOON))
			.withMessage("part stopped while starting: the disk is full");
	}

	@Test
	void namesTheLogOfAProcessThatTakesTooLong() {
		ChildProcess child = start("sleep 60");
		assertThatExceptionOfType(PartException.class)
			.isThrownBy(() -> child.awaitOutput("ready", Duration.ofMillis(50)))
			.withMessageContaining(this.folder.resolve("part.log").toString());
	}

	@Test
	void killsWhatDoesNotListen() {
		ChildProcess child = start("trap '' TERM; echo ready; while :; do sleep 0.1; done");
		child.awaitOutput("ready", SOON);
		ProcessHandle process = handle(child);
		child.stop("TERM", Duration.ofMillis(200));
		assertThat(process.isAlive()).isFalse();
	}

	@Test
	void endsTheProcessThatAnEarlierRunLeftBehind() {
		ChildProcess earlier = start("sleep 60");
		ProcessHandle leftover = handle(earlier);
		new ChildProcess("part", this.folder).killLeftover();
		assertThat(leftover.isAlive()).isFalse();
		assertThat(this.folder.resolve("part.pid")).doesNotExist();
	}

	@Test
	void sparesAStrangerThatGotTheSameProcessId() throws IOException {
		ChildProcess stranger = start("sleep 60");
		Files.writeString(this.folder.resolve("part.pid"), stranger.pid() + " 2001-01-01T00:00:00Z");
		new ChildProcess("part", this.folder).killLeftover();
		assertThat(stranger.isAlive()).isTrue();
	}

	private ChildProcess start(String script) {
		ChildProcess child = new ChildProcess("part", this.folder);
		this.started[0] = child;
		child.start(List.of("/bin/sh", "-c", script), Map.of());
		return child;
	}

	private static ProcessHandle handle(ChildProcess child) {
		return ProcessHandle.of(child.pid()).orElseThrow();
	}

}
