package io.hilum.agents.agent.coding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.hilum.agents.code.CodeEntry;
import io.hilum.agents.code.CodeSets;
import io.hilum.agents.code.CodeSystem;
import io.hilum.agents.evidence.Evidence;
import io.hilum.agents.evidence.Negation;
import io.hilum.agents.evidence.Source;
import io.hilum.trust.text.PhiText;
import tools.jackson.databind.JsonNode;

/**
 * Lets a proposed code through only if it is in the code set, may stand on a claim, and
 * its sentence is in the note and asserts something. The description is that of the code
 * set, never the model's. Pure.
 */
final class CodeCheck {

	/** Codes for what was suspected and ruled out, and for what relatives had. */
	private static final Pattern ABSENCE = Pattern.compile("^Z(?:03|8[0-4])");

	private final CodeSets sets;

	CodeCheck(CodeSets sets) {
		this.sets = sets;
	}

	List<Proposal> all(JsonNode codes, Evidence evidence) {
		List<Proposal> proposals = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (JsonNode code : codes) {
			Proposal proposal = one(code.path("code").asString(""), code.path("sentence").asString(""), evidence);
			if (seen.add(proposal.code())) {
				proposals.add(proposal);
			}
		}
		return proposals;
	}

	Proposal one(String code, String sentence, Evidence evidence) {
		Optional<CodeEntry> entry = this.sets.of(CodeSystem.ICD10CM).find(code);
		String shown = entry.map(CodeEntry::code).orElse(code);
		String description = entry.map(CodeEntry::description).orElse("");
		return new Proposal(shown, description, PhiText.of(sentence), verdict(entry, sentence, evidence));
	}

	private static Verdict verdict(Optional<CodeEntry> entry, String sentence, Evidence evidence) {
		if (entry.isEmpty()) {
			return Verdict.NOT_IN_CODE_SET;
		}
		if (!entry.get().billable()) {
			return Verdict.NOT_BILLABLE;
		}
		if (!evidence.holds(Source.NOTE, sentence)) {
			return Verdict.SENTENCE_NOT_IN_NOTE;
		}
		boolean supported = ABSENCE.matcher(entry.get().code()).find() || Negation.asserts(sentence);
		if (!supported) {
			return Verdict.SENTENCE_DENIES;
		}
		return Contradiction.between(entry.get().description(), sentence) ? Verdict.SENTENCE_CONTRADICTS
				: Verdict.SUPPORTED;
	}

	/**
	 * A proposed code.
	 *
	 * @param code the code
	 * @param description what the code set says it means
	 * @param sentence the sentence that is to support it
	 * @param verdict what becomes of it
	 */
	record Proposal(String code, String description, PhiText sentence, Verdict verdict) {
	}

	/**
	 * What becomes of a proposed code.
	 */
	enum Verdict {

		/** It is let through. */
		SUPPORTED("supported"),

		/** There is no such code in what is loaded. */
		NOT_IN_CODE_SET("not in the code set"),

		/** It is a category, which no claim may carry. */
		NOT_BILLABLE("a category, not a billable code"),

		/** The sentence was not written by the user. */
		SENTENCE_NOT_IN_NOTE("its sentence is not in the note"),

		/** The sentence says that it is not so, or perhaps. */
		SENTENCE_DENIES("its sentence denies it or is uncertain"),

		/** The sentence speaks of the other side, type, course or stage. */
		SENTENCE_CONTRADICTS("its sentence speaks of the other side, type, course or stage");

		private final String words;

		Verdict(String words) {
			this.words = words;
		}

		String words() {
			return this.words;
		}

	}

}
