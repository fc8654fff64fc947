package io.hilum.quickstart.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HomeLock}.
 */
class HomeLockTests {

	@TempDir
	Path folder;

	@Test
	void closesTheFolderToOthers() throws IOException {
		Path home = this.folder.resolve("home");
		HomeLock lock = HomeLock.take(home);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home))).isEqualTo("rwx------");
		lock.release();
	}

	@Test
	void refusesASecondProcess() throws IOException, InterruptedException {
		HomeLock lock = HomeLock.take(this.folder);
		assertThat(takeInAnotherProcess()).contains("Hilum already runs on " + this.folder);
		lock.release();
		assertThat(takeInAnotherProcess()).isEqualTo("taken");
	}

	@Test
	void saysWhyAFolderIsOfNoUse() throws IOException {
		Path file = Files.createFile(this.folder.resolve("file"));
		assertThatExceptionOfType(NotReadyException.class).isThrownBy(() -> HomeLock.take(file))
			.withMessageStartingWith("Cannot use the folder " + file);
	}

	private String takeInAnotherProcess() throws IOException, InterruptedException {
		Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("java.class.path"), Other.class.getName(), this.folder.toString()))
			.redirectErrorStream(true)
			.start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
		process.waitFor();
		return said;
	}

	/**
	 * A process that takes the folder it is given.
	 */
	static final class Other {

		private Other() {
		}

		static void main(String[] arguments) {
			try {
				HomeLock.take(Path.of(arguments[0])).release();
				System.out.println("taken");
			}
			catch (NotReadyException ex) {
				System.out.println(ex.getMessage());
			}
		}

	}

}
