package io.hilum.agents.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CodeSets} and {@link CodeFile}.
 */
class CodeSetTests {

	private final CodeSets sets = CodeSets.of("");

	@Test
	void carriesAnExcerptOfEachSet() {
		for (CodeSystem system : CodeSystem.values()) {
			assertThat(this.sets.of(system).size()).as(system.label()).isGreaterThan(10);
			assertThat(this.sets.isExcerpt(system)).isTrue();
		}
	}

	@Test
	void findsACodeHoweverItIsWritten() {
		CodeSet icd = this.sets.of(CodeSystem.ICD10CM);
		assertThat(icd.find("e119"))
			.contains(new CodeEntry("E11.9", "Type 2 diabetes mellitus without complications", true));
		assertThat(icd.find(" E11.9 ")).isPresent();
		assertThat(icd.find("E11").orElseThrow().billable()).isFalse();
		assertThat(icd.find("E11.99")).isEmpty();
		assertThat(this.sets.of(CodeSystem.NDC).find("00030894")).isPresent();
		assertThat(this.sets.of(CodeSystem.HCPCS).find("e0601").orElseThrow().description())
			.isEqualTo("Continuous positive airway pressure (cpap) device");
	}

	@Test
	void searchesByWordsAndByBeginnings() {
		CodeSet icd = this.sets.of(CodeSystem.ICD10CM);
		assertThat(icd.search("paroxysmal atrial fibrillation", 3).getFirst().code()).isEqualTo("I48.0");
		assertThat(icd.search("essential hypertension", 3).getFirst().code()).isEqualTo("I10");
		assertThat(icd.search("I50", 10)).extracting(CodeEntry::code).contains("I50", "I50.22", "I50.9");
		assertThat(icd.search("zzzz", 10)).isEmpty();
		assertThat(icd.search("chronic", 4)).hasSize(4);
	}

	@Test
	void readsTheOfficialFilesOfAFolder(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("icd10cm-order-2026.txt"),
				"00001 A00     0 Cholera                                                      Cholera\n"
						+ "00002 A000    1 Cholera due to Vibrio cholerae 01, biovar cholerae           Cholera due to Vibrio cholerae 01, biovar cholerae\n");
		CodeSets official = CodeSets.of(folder.toString());
		assertThat(official.of(CodeSystem.ICD10CM).size()).isEqualTo(2);
		assertThat(official.of(CodeSystem.ICD10CM).find("A00.0").orElseThrow().billable()).isTrue();
		assertThat(official.isExcerpt(CodeSystem.ICD10CM)).isFalse();
		assertThat(official.isExcerpt(CodeSystem.HCPCS)).isTrue();
	}

	@Test
	void takesOnlyWhatIsPublicOfHcpcs() {
		assertThat(CodeFile.read(CodeSystem.HCPCS,
				Stream.of("E0601001003Continuous positive airway pressure (cpap) device",
						"E0601002004 second line of the description", "D0120001003Of the ADA", "NU001007New equipment",
						"")))
			.extracting(CodeEntry::code)
			.containsExactly("E0601");
	}

}
