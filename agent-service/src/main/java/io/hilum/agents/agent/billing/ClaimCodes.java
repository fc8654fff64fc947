package io.hilum.agents.agent.billing;

import java.util.Optional;

import io.hilum.agents.code.CodeEntry;
import io.hilum.agents.code.CodeSets;
import io.hilum.agents.code.CodeSystem;
import io.hilum.agents.evidence.Evidence;
import io.hilum.agents.evidence.Negation;
import io.hilum.agents.evidence.Source;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Says of each code of a claim whether it is one, and whether the note bears it out: by
 * the code sets and the note, not by what a model says. Pure.
 */
@Component
class ClaimCodes {

	private static final String PLAIN_CODE = "[A-Za-z0-9.-]{1,16}";

	private final CodeSets sets;

	ClaimCodes(CodeSets sets) {
		this.sets = sets;
	}

	String report(JsonNode codes, Evidence evidence) {
		if (codes.isEmpty()) {
			return "";
		}
		StringBuilder text = new StringBuilder("\nCodes of the claim, checked:\n");
		for (JsonNode code : codes) {
			CodeSystem system = CodeSystem.valueOf(code.path("system").asString("ICD10CM"));
			String written = code.path("code").asString("");
			Optional<CodeEntry> entry = this.sets.of(system).find(written);
			String shown = written.matches(PLAIN_CODE) ? written : "a code that is none";
			text.append("\n- ")
				.append(system.label())
				.append(' ')
				.append(entry.map(CodeEntry::code).orElse(shown))
				.append(entry.map((known) -> " " + known.description()).orElse(""))
				.append(": ")
				.append(verdict(system, entry, code.path("sentence").asString(""), evidence))
				.append('\n');
		}
		return text.toString();
	}

	private String verdict(CodeSystem system, Optional<CodeEntry> entry, String sentence, Evidence evidence) {
		if (entry.isEmpty()) {
			return this.sets.isExcerpt(system) ? "not in the excerpt of the code set that is loaded"
					: "not in the code set";
		}
		if (!entry.get().billable()) {
			return "a category, not a billable code";
		}
		if (sentence.isBlank()) {
			return "no sentence of the note bears it out";
		}
		if (!evidence.holds(Source.NOTE, sentence)) {
			return "the sentence that the model quotes is not in the note";
		}
		return Negation.asserts(sentence) ? "borne out by a sentence of the note"
				: "the sentence denies it or is uncertain";
	}

}
