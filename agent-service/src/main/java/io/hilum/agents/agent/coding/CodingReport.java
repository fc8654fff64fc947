package io.hilum.agents.agent.coding;

import java.util.List;
import java.util.Locale;

import io.hilum.agents.agent.Conclusion;
import io.hilum.agents.agent.coding.CodeCheck.Proposal;
import io.hilum.agents.agent.coding.CodeCheck.Verdict;
import io.hilum.trust.text.PhiText;
import tools.jackson.databind.JsonNode;

/**
 * Writes the answer of the coding agent. Pure.
 */
final class CodingReport {

	private static final String PLAIN_CODE = "[A-Za-z0-9.]{1,8}";

	private CodingReport() {
	}

	static Conclusion of(List<Proposal> proposals, JsonNode notFound) {
		List<Proposal> kept = proposals.stream().filter((proposal) -> proposal.verdict() == Verdict.SUPPORTED).toList();
		List<Proposal> dropped = proposals.stream()
			.filter((proposal) -> proposal.verdict() != Verdict.SUPPORTED)
			.toList();
		StringBuilder text = new StringBuilder(
				kept.isEmpty() ? "No code is supported by the note.\n" : "Codes that the note supports:\n");
		kept.forEach((proposal) -> text.append("\n- **")
			.append(proposal.code())
			.append("** ")
			.append(proposal.description())
			.append("\n  > ")
			.append(oneLine(proposal.sentence().reveal()))
			.append('\n'));
		if (!dropped.isEmpty()) {
			text.append("\nLeft out by the check:\n");
			dropped.forEach((proposal) -> text.append("\n- ")
				.append(proposal.code().matches(PLAIN_CODE) ? proposal.code() : "a code that is none")
				.append(": ")
				.append(proposal.verdict().words())
				.append('\n'));
		}
		if (!notFound.isEmpty()) {
			text.append("\nNot found, as the model says:\n");
			notFound.forEach((item) -> text.append("\n- ").append(oneLine(item.asString(""))).append('\n'));
		}
		text.append("\nA proposal for a coder, who decides.");
		return new Conclusion(PhiText.of(text.toString()), kept.size(),
				dropped.stream().map((proposal) -> proposal.verdict().name().toLowerCase(Locale.ROOT)).toList());
	}

	private static String oneLine(String text) {
		return text.strip().replaceAll("\\s+", " ");
	}

}
