package io.hilum.usage.audit.verify;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The verifier as an auditor has it: a jar that runs in a process of its own.
 */
public final class VerifierJar {

	/**
	 * The command of {@code docs/runbook.md}.
	 */
	public static final String COMMAND = "java -jar verify-audit.jar audit --public-key audit-public.pem";

	static final Path FILE = Path.of(Objects.requireNonNull(System.getenv("HILUM_AUDIT_VERIFIER")));

	private VerifierJar() {
	}

	/**
	 * Run it.
	 * @param folder where; the jar is laid there
	 * @param command the command
	 * @return how it ended
	 * @throws IOException if there is no folder or no jar
	 * @throws InterruptedException if the test is stopped
	 */
	public static Outcome run(Path folder, String command) throws IOException, InterruptedException {
		if (!Files.exists(folder.resolve("verify-audit.jar"))) {
			Files.copy(FILE, folder.resolve("verify-audit.jar"));
		}
		List<String> words = new ArrayList<>(List.of(command.split(" ")));
		words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
		File said = folder.resolve("said.txt").toFile();
		Process process = new ProcessBuilder(words).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(said)
			.start();
		assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
		return new Outcome(process.exitValue(), Files.readString(said.toPath(), StandardCharsets.UTF_8));
	}

	/**
	 * How a command ended.
	 *
	 * @param code its exit code
	 * @param said what it printed
	 */
	public record Outcome(int code, String said) {
	}

}
