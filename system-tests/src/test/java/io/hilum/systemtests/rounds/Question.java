package io.hilum.systemtests.rounds;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.hilum.systemtests.invariants.Reached;
import io.hilum.systemtests.processes.Holder;
import io.hilum.systemtests.upstream.Exchange;

/**
 * What is asked: a text with a number of its own.
 *
 * @param number the number
 * @param holder who asks
 * @param model of which model
 * @param stream whether the answer is to come in pieces
 * @param text what is asked
 * @param fields more fields of the request, each with a comma behind it
 * @param echoed whether the answer is the question
 */
record Question(long number, Holder holder, String model, boolean stream, String text, String fields, boolean echoed) {

	static final String COLLECTION = "pathways";

	private static final Pattern NUMBER = Pattern.compile("Question (\\d+):");

	/** About a patient whose identifiers are taken out and put back. */
	static Question aboutPatient(long number, String model, boolean stream) {
		return new Question(number, Holder.CLINICIAN, model, stream,
				"Question " + number
						+ ": patient Marta Novakova, MRN 48213907, phone (312) 555-0147, is she due for a visit?",
				"", true);
	}

	/** With passages from a collection beside it. */
	static Question withPassages(long number, boolean stream) {
		return new Question(number, Holder.CLINICIAN, "echo", stream,
				"Question " + number + ": when is a statin started after a stroke?",
				"\"hilum\": {\"collections\": [\"" + COLLECTION + "\"]}, ", false);
	}

	/**
	 * On a budget that does not cover all of them, so that the end of an answer may be
	 * cut.
	 */
	static Question onBudget(long number, boolean stream) {
		return new Question(number, Holder.BILLING, "echo", stream,
				"Question " + number + ": which form goes with a claim that was sent back?", "\"max_tokens\": 300, ",
				true);
	}

	String body() {
		return """
				{%s"model": "%s", "stream": %s, "messages": [{"role": "user", "content": "%s"}]}"""
			.formatted(this.fields, this.model, this.stream, this.text);
	}

	/**
	 * Whether a text that was said to be all is the answer to this and to nothing else.
	 */
	boolean isAnswered(String answer, boolean cut) {
		Matcher numbers = NUMBER.matcher(answer);
		boolean own = numbers.results().map(MatchResult::group).allMatch(this.text::startsWith);
		if (this.echoed) {
			return own && (answer.equals(this.text) || (cut && this.text.startsWith(answer)));
		}
		return own && answer.contains("Question " + this.number + ":");
	}

	/** The provider's side of a question. */
	static Reached reached(Exchange exchange) {
		Matcher number = NUMBER.matcher(exchange.texts());
		return new Reached(exchange.eventId(), number.find() ? Long.parseLong(number.group(1)) : -1,
				exchange.inputTokens(), exchange.outputTokens(), exchange.question().length());
	}

}
