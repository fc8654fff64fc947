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
import java.util.jar.JarFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.hilum.usage.audit.chain.ArchiveNames;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the verifier as an auditor does: the jar, a folder and a public key, in a process
 * of its own. The commands are those of {@code docs/runbook.md}.
 */
class VerifierJarIT {

	private static final Path JAR = Path.of(Objects.requireNonNull(System.getenv("HILUM_AUDIT_VERIFIER")));

	private static final String RUNBOOK_COMMAND = "java -jar verify-audit.jar audit --public-key audit-public.pem";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path temp;

	@BeforeEach
	void layOutAsInTheRunbook() throws IOException {
		Files.copy(JAR, this.temp.resolve("verify-audit.jar"));
		TestArchive.of(3, 5).writeTo(this.temp.resolve("audit"));
		Files.writeString(this.temp.resolve("audit-public.pem"), TestArchive.pem(TestArchive.KEY));
	}

	@Test
	void verifiesByTheCommandOfTheRunbook() throws Exception {
		assertThat(Files.readString(runbook())).contains(RUNBOOK_COMMAND);
		Outcome outcome = run(RUNBOOK_COMMAND);
		assertThat(outcome.said()).matches("VERIFIED folder: 15 events, 3 signed batches, last head [0-9a-f]{64}\n");
		assertThat(outcome.code()).isZero();
	}

	@Test
	void namesTheFirstAlteredEventInOneLine() throws Exception {
		Path batch = this.temp.resolve("audit").resolve(ArchiveNames.batch(2));
		Files.writeString(batch, Files.readString(batch).replaceFirst("amelia", "mallory"));
		Outcome outcome = run(RUNBOOK_COMMAND);
		assertThat(outcome.said()).startsWith("ALTERED at event 6: EDITED, ").hasLineCount(1);
		assertThat(outcome.code()).isEqualTo(1);
	}

	@Test
	void saysWhenItCouldNotVerify() throws Exception {
		assertThat(run("java -jar verify-audit.jar nowhere --public-key audit-public.pem").code()).isEqualTo(2);
		Outcome outcome = run("java -jar verify-audit.jar");
		assertThat(outcome.said()).contains("usage: verify-audit FOLDER");
		assertThat(outcome.code()).isEqualTo(2);
	}

	@Test
	void bringsTheVerifierAndNothingElseOfHilum() throws IOException {
		assertThat(Files.size(JAR)).isLessThan(4_000_000);
		try (JarFile jar = new JarFile(JAR.toFile())) {
			assertThat(jar.stream().map((entry) -> entry.getName()))
				.filteredOn((name) -> name.endsWith(".class") && !name.startsWith("META-INF/"))
				.allMatch((name) -> name.startsWith("io/hilum/usage/audit/") || name.startsWith("tools/jackson/")
						|| name.startsWith("com/fasterxml/jackson/annotation/"));
		}
	}

	private Outcome run(String command) throws IOException, InterruptedException {
		List<String> words = new ArrayList<>(List.of(command.split(" ")));
		words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
		File said = this.temp.resolve("said.txt").toFile();
		Process process = new ProcessBuilder(words).directory(this.temp.toFile())
			.redirectErrorStream(true)
			.redirectOutput(said)
			.start();
		assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
		return new Outcome(process.exitValue(), Files.readString(said.toPath(), StandardCharsets.UTF_8));
	}

	private static Path runbook() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.exists(folder.resolve("docs/runbook.md"))) {
			folder = Objects.requireNonNull(folder.getParent(), "docs/runbook.md");
		}
		return folder.resolve("docs/runbook.md");
	}

	/**
	 * How a command ended.
	 *
	 * @param code its exit code
	 * @param said what it printed
	 */
	private record Outcome(int code, String said) {
	}

}
