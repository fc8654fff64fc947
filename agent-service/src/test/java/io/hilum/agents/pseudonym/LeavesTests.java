package io.hilum.agents.pseudonym;

import java.util.List;

import io.hilum.agents.tool.ToolRefusal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Leaves}.
 */
class LeavesTests {

	private static final JsonNode VALUE = JsonMapper.shared().readTree("""
			{"patient_name":"Irma","mrn":964741,"Irma Peter":{"seen":true},"notes":["a: b",null,["c"]]}""");

	@Test
	void findsWhatMayBeAnIdentifierWithTheNameOfItsField() {
		assertThat(Leaves.of(VALUE)).containsExactly("patient name", "patient name: Irma", "mrn", "mrn: 964741",
				"Irma Peter", "seen", "notes", "notes: a: b", "notes: c");
	}

	@Test
	void putsTextsBackWhereTheyWere() {
		JsonNode replaced = Leaves.replaced(
				VALUE, List
					.of("patient name", "patient name: [NAME_1]", "mrn", "mrn: 964741", "Irma Peter", "seen", "notes",
							"notes: x: y", "notes: z")
					.iterator());
		assertThat(replaced.toString()).isEqualTo(
				"{\"patient_name\":\"[NAME_1]\",\"mrn\":964741,\"Irma Peter\":{\"seen\":true},\"notes\":[\"x: y\",null,[\"z\"]]}");
	}

	@Test
	void refusesANumberOrANameThatIsAnIdentifier() {
		refuses(VALUE, "mrn: 964741", "mrn: [MRN_1]");
		refuses(VALUE, "Irma Peter", "[NAME_1]");
		refuses(VALUE, "patient name: Irma", "[NAME_1]");
	}

	@Test
	void refusesANameOfSomebodyThatLooksLikeOneOfAField() {
		JsonNode value = JsonMapper.shared().readTree("""
				{"Irma":"x","John_Smith":{"age":"5"},"MRN4471223":true}""");
		refuses(value, "Irma", "[NAME_1]");
		refuses(value, "Irma: x", "[NAME_1]: x");
		refuses(value, "John Smith", "[NAME_1]");
		refuses(value, "MRN4471223", "[MRN_1]");
	}

	private static void refuses(JsonNode value, String text, String masked) {
		List<String> texts = Leaves.of(value);
		assertThat(texts).contains(text);
		assertThatExceptionOfType(ToolRefusal.class).isThrownBy(
				() -> Leaves.replaced(value, texts.stream().map((one) -> one.equals(text) ? masked : one).iterator()));
	}

	@Property(tries = 200)
	void changesNothingThatIsNotChanged(@ForAll String text, @ForAll String name, @ForAll int number) {
		JsonNode value = JsonMapper.shared().createObjectNode().put(name, text).put("n", number);
		assertThat(Leaves.replaced(value, Leaves.of(value).iterator())).isEqualTo(value);
	}

}
