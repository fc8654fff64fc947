package io.hilum.agents.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hilum.agents.evidence.Evidence;
import io.hilum.agents.evidence.Source;
import tools.jackson.databind.JsonNode;

/**
 * Writes an answer out of statements, each with the quotations that it rests on. One
 * without a quotation, or with one that its source does not hold, is left out; whatever
 * the model says of it. What is general knowledge is marked as such. For one answer.
 */
public final class Statements {

	/**
	 * The JSON schema of the statements that a model hands in.
	 */
	public static final String SCHEMA = """
			{"type":"array","maxItems":80,"items":{"type":"object","additionalProperties":false,
			"required":["text","quotes"],"properties":{
			"heading":{"type":"string","maxLength":120},
			"text":{"type":"string","minLength":1,"maxLength":2000},
			"general":{"type":"boolean",
			"description":"true for general knowledge that says nothing of this patient or claim"},
			"quotes":{"type":"array","maxItems":8,"items":{"type":"object","additionalProperties":false,
			"required":["source","quote"],"properties":{
			"source":{"type":"string","maxLength":200,
			"description":"note for what the user wrote, or the id that a tool returned"},
			"quote":{"type":"string","minLength":1,"maxLength":1000,"description":"word by word"}}}}}}}""";

	private static final String NUMBER_OR_NAME = "(?s).*(?:\\d|\\[[A-Z]+_).*";

	private final Evidence evidence;

	private final Map<String, Integer> numbers = new LinkedHashMap<>();

	private final StringBuilder text = new StringBuilder();

	private final List<String> dropped = new ArrayList<>();

	private int kept;

	/**
	 * Begin an answer.
	 * @param evidence what the run has seen
	 */
	public Statements(Evidence evidence) {
		this.evidence = evidence;
	}

	/**
	 * Add statements that the check lets through.
	 * @param statements what the model hands in
	 */
	public void add(JsonNode statements) {
		String heading = "";
		for (JsonNode statement : statements) {
			String verdict = verdict(statement);
			if (!verdict.isEmpty()) {
				this.dropped.add(verdict);
				continue;
			}
			String under = line(statement.path("heading").asString(""));
			if (!under.isEmpty() && !under.equals(heading)) {
				heading = under;
				this.text.append("\n**").append(under).append("**\n");
			}
			write(statement);
			this.kept++;
		}
	}

	private String verdict(JsonNode statement) {
		JsonNode quotes = statement.path("quotes");
		if (statement.path("general").asBoolean(false)) {
			boolean specific = statement.path("text").asString("").matches(NUMBER_OR_NAME);
			return specific ? "general_with_numbers" : "";
		}
		if (quotes.isEmpty()) {
			return "not_cited";
		}
		for (JsonNode quote : quotes) {
			if (!this.evidence.holds(quote.path("source").asString(""), quote.path("quote").asString(""))) {
				return "quote_not_in_source";
			}
		}
		return numbersAreQuoted(statement, quotes) ? "" : "number_not_quoted";
	}

	/**
	 * A number in a statement must be in what it quotes: it is what models invent most.
	 */
	private static boolean numbersAreQuoted(JsonNode statement, JsonNode quotes) {
		StringBuilder quoted = new StringBuilder();
		quotes.forEach((quote) -> quoted.append(quote.path("quote").asString("")).append(' '));
		return Numbers.of(quoted.toString()).containsAll(Numbers.of(statement.path("text").asString("")));
	}

	private void write(JsonNode statement) {
		this.text.append("\n").append(line(statement.path("text").asString("")));
		if (statement.path("general").asBoolean(false)) {
			this.text.append(" *(general knowledge, not from the record)*");
		}
		for (JsonNode quote : statement.path("quotes")) {
			if (!statement.path("general").asBoolean(false)) {
				String id = quote.path("source").asString("");
				this.text.append(" [")
					.append(this.numbers.computeIfAbsent(id, (unknown) -> this.numbers.size() + 1))
					.append(']');
			}
		}
		this.text.append('\n');
	}

	/**
	 * End the answer: what was left out, what was not found, and what the numbers mean.
	 * @param notFound what the model could not find
	 * @param none what is said where no statement is left
	 * @param closing the last line
	 * @return the answer
	 */
	public Conclusion end(JsonNode notFound, String none, String closing) {
		if (this.kept == 0) {
			this.text.append(none).append('\n');
		}
		if (!this.dropped.isEmpty()) {
			this.text.append("\nLeft out by the check, since the record does not bear it out: ")
				.append(this.dropped.size())
				.append((this.dropped.size() == 1) ? " statement.\n" : " statements.\n");
		}
		if (!notFound.isEmpty()) {
			this.text.append("\nNot found, as the model says:\n");
			notFound.forEach((item) -> this.text.append("\n- ").append(line(item.asString(""))).append('\n'));
		}
		if (!this.numbers.isEmpty()) {
			this.text.append("\nSources:\n");
			this.numbers.forEach(
					(id, number) -> this.text.append("\n[").append(number).append("] ").append(title(id)).append('\n'));
		}
		this.text.append('\n').append(closing);
		return new Conclusion(io.hilum.trust.text.PhiText.of(this.text.toString().strip()), this.kept, this.dropped);
	}

	private String title(String id) {
		return this.evidence.source(id).map(Source::title).map((title) -> line(title.reveal())).orElse(id);
	}

	/** One line, and no link or image: nobody is led anywhere by an answer. */
	private static String line(String text) {
		return text.strip()
			.replaceAll("\\s+", " ")
			.replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
			.replace("<", "&lt;");
	}

}
