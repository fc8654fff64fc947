package io.hilum.agents.agent.coding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.hilum.agents.agent.coding.CodeCheck.Verdict;
import io.hilum.agents.code.CodeSets;
import io.hilum.agents.evidence.Evidence;
import io.hilum.agents.evidence.Source;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures {@link CodeCheck} on two labelled sets; docs/agents.md has the method and the
 * figures.
 */
class CodeCheckMeasureTests {

	private static final List<String> FORM = List.of("category", "invented code", "invented sentence",
			"invented words in the sentence");

	private final CodeCheck check = new CodeCheck(CodeSets.of(""));

	@Test
	void letsThroughWhatIsSupportedAndLittleElse() throws IOException {
		assertThat(figures("labelled")).isEqualTo("33 of 33 supported kept, 4 of 36 unsupported let through");
	}

	@Test
	void doesSoOnTextsThatItWasNotMadeWith() throws IOException {
		assertThat(figures("held-out")).isEqualTo("14 of 15 supported kept, 6 of 15 unsupported let through");
	}

	private String figures(String set) throws IOException {
		int kept = 0;
		int supported = 0;
		int wronglyKept = 0;
		int unsupported = 0;
		for (JsonNode labelled : labelled(set)) {
			boolean through = verdict(labelled) == Verdict.SUPPORTED;
			if (labelled.get("keep").asBoolean()) {
				supported++;
				kept += through ? 1 : 0;
			}
			else {
				unsupported++;
				wronglyKept += through ? 1 : 0;
			}
		}
		return kept + " of " + supported + " supported kept, " + wronglyKept + " of " + unsupported
				+ " unsupported let through";
	}

	@Test
	void leavesOutEveryInventedCodeAndSentence() throws IOException {
		List<JsonNode> invented = labelled("labelled").stream()
			.filter((labelled) -> FORM.contains(labelled.get("why").asString()))
			.toList();
		assertThat(invented).hasSizeGreaterThan(8)
			.allSatisfy((labelled) -> assertThat(verdict(labelled)).as(labelled.toString())
				.isIn(Verdict.NOT_IN_CODE_SET, Verdict.NOT_BILLABLE, Verdict.SENTENCE_NOT_IN_NOTE));
	}

	private Verdict verdict(JsonNode labelled) {
		Evidence evidence = new Evidence();
		evidence.add(new Source(Source.NOTE, PhiText.of("note"), PhiText.of(labelled.get("note").asString())));
		return this.check.one(labelled.get("code").asString(), labelled.get("sentence").asString(), evidence).verdict();
	}

	private static List<JsonNode> labelled(String set) throws IOException {
		try (InputStream stream = Objects
			.requireNonNull(CodeCheckMeasureTests.class.getResourceAsStream("/coding/" + set + ".jsonl"))) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
				.map(JsonMapper.shared()::readTree)
				.toList();
		}
	}

}
