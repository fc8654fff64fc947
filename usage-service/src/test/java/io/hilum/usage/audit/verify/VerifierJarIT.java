package io.hilum.usage.audit.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path temp;

	@BeforeEach
	void layOutAsInTheRunbook() throws IOException {
		TestArchive.of(3, 5).writeTo(this.temp.resolve("audit"));
		Files.writeString(this.temp.resolve("audit-public.pem"), TestArchive.pem(TestArchive.KEY));
	}

	@Test
	void verifiesByTheCommandOfTheRunbook() throws Exception {
		assertThat(Files.readString(runbook())).contains(VerifierJar.COMMAND);
		VerifierJar.Outcome outcome = run(VerifierJar.COMMAND);
		assertThat(outcome.said()).matches("VERIFIED folder: 15 events, 3 signed batches, last head [0-9a-f]{64}\n");
		assertThat(outcome.code()).isZero();
	}

	@Test
	void namesTheFirstAlteredEventInOneLine() throws Exception {
		Path batch = this.temp.resolve("audit").resolve(ArchiveNames.batch(2));
		Files.writeString(batch, Files.readString(batch).replaceFirst("amelia", "mallory"));
		VerifierJar.Outcome outcome = run(VerifierJar.COMMAND);
		assertThat(outcome.said()).startsWith("ALTERED at event 6: EDITED, ").hasLineCount(1);
		assertThat(outcome.code()).isEqualTo(1);
	}

	@Test
	void saysWhenItCouldNotVerify() throws Exception {
		assertThat(run("java -jar verify-audit.jar nowhere --public-key audit-public.pem").code()).isEqualTo(2);
		VerifierJar.Outcome outcome = run("java -jar verify-audit.jar");
		assertThat(outcome.said()).contains("usage: verify-audit FOLDER");
		assertThat(outcome.code()).isEqualTo(2);
	}

	@Test
	void bringsTheVerifierAndNothingElseOfHilum() throws IOException {
		assertThat(Files.size(VerifierJar.FILE)).isLessThan(4_000_000);
		try (JarFile jar = new JarFile(VerifierJar.FILE.toFile())) {
			assertThat(jar.stream().map((entry) -> entry.getName()))
				.filteredOn((name) -> name.endsWith(".class") && !name.startsWith("META-INF/"))
				.allMatch((name) -> name.startsWith("io/hilum/usage/audit/") || name.startsWith("tools/jackson/")
						|| name.startsWith("com/fasterxml/jackson/annotation/"));
		}
	}

	private VerifierJar.Outcome run(String command) throws IOException, InterruptedException {
		return VerifierJar.run(this.temp, command);
	}

	private static Path runbook() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.exists(folder.resolve("docs/runbook.md"))) {
			folder = Objects.requireNonNull(folder.getParent(), "docs/runbook.md");
		}
		return folder.resolve("docs/runbook.md");
	}

}
