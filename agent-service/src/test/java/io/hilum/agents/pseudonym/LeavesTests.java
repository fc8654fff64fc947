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
		assertThat(Leaves.of(VALUE)).containsExactly("patient name: Irma", "mrn: 964741", "Irma Peter", "notes: a: b",
				"notes: c");
	}

	@Test
	void putsTextsBackWhereTheyWere() {
		JsonNode replaced = Leaves.replaced(VALUE,
				List.of("patient name: [NAME_1]", "mrn: 964741", "Irma Peter", "notes: x: y", "notes: z").iterator());
		assertThat(replaced.toString()).isEqualTo(
				"{\"patient_name\":\"[NAME_1]\",\"mrn\":964741,\"Irma Peter\":{\"seen\":true},\"notes\":[\"x: y\",null,[\"z\"]]}");
	}

	@Test
	void refusesANumberOrANameThatIsAnIdentifier() {
		assertThatExceptionOfType(ToolRefusal.class).isThrownBy(() -> Leaves.replaced(VALUE,
				List.of("patient name: x", "mrn: [MRN_1]", "Irma Peter", "notes: a", "notes: b").iterator()));
		assertThatExceptionOfType(ToolRefusal.class).isThrownBy(() -> Leaves.replaced(VALUE,
				List.of("patient name: x", "mrn: 964741", "[NAME_1]", "notes: a", "notes: b").iterator()));
	}

	@Property(tries = 200)
	void changesNothingThatIsNotChanged(@ForAll String text, @ForAll String name, @ForAll int number) {
		JsonNode value = JsonMapper.shared().createObjectNode().put(name, text).put("n", number);
		assertThat(Leaves.replaced(value, Leaves.of(value).iterator())).isEqualTo(value);
	}

}
