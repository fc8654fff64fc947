package io.hilum.routing.cache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SingleTurn}: what must never be taken for the same question, and who
 * may ask one at all.
 */
class SingleTurnTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			How do I reset the pump?|Please tell me how I could reset the pump
			What is the visiting policy|Hello, what is our visiting policy?
			Where are the crash carts?|where is the crash carts
			""")
	void takesCourtesyForNoDifference(String one, String other) {
		assertThat(sameFrame(one, other)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			dose for 70 kg|dose for 80 kg
			dose of 2.5 mg|dose of 25 mg
			potassium <3.5|potassium >3.5
			treat hyperkalaemia|treat hypokalaemia
			pain in the left knee|pain in the right knee
			is it safe|is it not safe
			give insulin with food|give insulin without food
			can I drive|can't I drive
			move from ICU to ward|move from ward to ICU
			when is the clinic|where is the clinic
			must I fast|can I fast
			Was wiegt ein Kind|Was wiegt kein Kind
			""")
	void takesAFactForADifference(String one, String other) {
		assertThat(sameFrame(one, other)).isFalse();
	}

	@Test
	void takesAllElseForADifference() {
		byte[] plain = frame("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"a pump\"}]}");
		for (String other : new String[] {
				"{\"model\":\"n\",\"messages\":[{\"role\":\"user\",\"content\":\"a pump\"}]}",
				"{\"model\":\"m\",\"seed\":1,\"messages\":[{\"role\":\"user\",\"content\":\"a pump\"}]}",
				"{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"a pump\"}]}",
				"{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"x\"},{\"role\":\"user\",\"content\":\"a pump\"}]}" }) {
			assertThat(frame(other)).isNotEqualTo(plain);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "{", "{\"messages\":[]}", "{\"messages\":[{\"role\":\"system\",\"content\":\"x\"}]}",
			"{\"messages\":[{\"role\":\"user\",\"content\":\" \"}]}",
			"{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"x\"}]}]}",
			"{\"messages\":[{\"role\":\"user\",\"content\":\"x\"},{\"role\":\"assistant\",\"content\":\"y\"}]}",
			"{\"messages\":[{\"role\":\"user\",\"content\":\"x\"},{\"role\":\"user\",\"content\":\"y\"}]}",
			"{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"tools\":[{\"type\":\"function\"}]}",
			"{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"functions\":[{\"name\":\"f\"}]}",
			"{\"messages\":[{\"role\":\"user\",\"content\":\"is [NAME_7KQ2] well\"}]}",
			"{\"messages\":[{\"role\":\"system\",\"content\":\"[HEALTH_PLAN_M4TX]\"},{\"role\":\"user\",\"content\":\"x\"}]}",
			"{\"messages\":[{\"role\":\"user\",\"content\":\"much too long, as it has more than fifty characters\"}]}" })
	void comparesNothingElse(String body) {
		assertThat(SingleTurn.of(bytes(body), 50)).isEmpty();
	}

	@Test
	void printsNoText() {
		assertThat(SingleTurn.of(bytes(chat("secret")), 50))
			.hasValueSatisfying((turn) -> assertThat(turn.toString()).doesNotContain("secret"));
	}

	private static boolean sameFrame(String one, String other) {
		return Arrays.equals(frame(chat(one)), frame(chat(other)));
	}

	private static byte[] frame(String body) {
		return SingleTurn.of(bytes(body), 200).orElseThrow().frame();
	}

	private static String chat(String question) {
		return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"" + question + "\"}]}";
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
