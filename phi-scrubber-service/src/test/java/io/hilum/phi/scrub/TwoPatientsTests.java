package io.hilum.phi.scrub;

import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static io.hilum.phi.scrub.ScrubFixtures.pseudonymise;
import static io.hilum.phi.scrub.ScrubFixtures.restore;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two patients of one request are never taken for each other, whichever message each
 * stands in.
 */
class TwoPatientsTests {

	/**
	 * Where each message numbers its own persons, both are the first, share a token, and
	 * the answer names the wrong one (github.com/BerriAI/litellm/issues/31959).
	 */
	@Example
	void keepsApartTheFirstPersonsOfTwoMessagesAsInLiteLlmIssue31959() {
		String first = "Patient: Odalys Quirke. Her potassium is 5.9.";
		String second = "Patient: Bertrand Vance. His potassium is 3.1.";
		ScrubResult.Scrubbed result = pseudonymise("c1", first, second);
		String one = only(result.texts().get(0));
		String other = only(result.texts().get(1));
		assertThat(one).isNotEqualTo(other);
		String answer = other + " may go home, " + one + " stays.";
		assertThat(restore(answer, result.pseudonyms())).isEqualTo("Bertrand Vance may go home, Odalys Quirke stays.");
	}

	@Property(tries = 200)
	void restoresEachMessageToItsOwnPatient(@ForAll("patients") List<String> patients) {
		List<String> messages = patients.stream().map((name) -> "Patient: " + name + " was seen today.").toList();
		ScrubResult.Scrubbed result = pseudonymise("c1", messages.toArray(String[]::new));
		Map<String, String> pseudonyms = result.pseudonyms();
		for (int i = 0; i < messages.size(); i++) {
			assertThat(pseudonyms).containsEntry(only(result.texts().get(i)), patients.get(i));
			assertThat(restore(result.texts().get(i), pseudonyms)).isEqualTo(messages.get(i));
		}
	}

	private static String only(String masked) {
		assertThat(masked).containsOnlyOnce("[NAME_");
		return masked.substring(masked.indexOf('['), masked.indexOf(']') + 1);
	}

	@Provide
	Arbitrary<List<String>> patients() {
		return Arbitraries
			.of("Odalys Quirke", "Bertrand Vance", "Odalys Vance", "Irma Peter", "Karl Peter", "Olga Hernandez",
					"Maria Hernandez", "John Smith", "Joan Smith")
			.list()
			.uniqueElements()
			.ofMinSize(2)
			.ofMaxSize(6);
	}

}
