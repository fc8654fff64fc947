package io.hilum.agents.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import io.hilum.agents.evidence.Identity;
import io.hilum.agents.mandate.RecordAccess;
import io.hilum.agents.problem.AgentProblem;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RequestReader}, and for {@link Identities} that a request begins with.
 */
class RequestReaderTests {

	@Test
	void opensTheRecordOfOnePatient() {
		assertThat(read("{\"record\":{\"patient\":\"p1\",\"token\":\"ey.J-9_~+/=\"}}").record())
			.isEqualTo(new RecordAccess(PhiText.of("p1"), PhiText.of("ey.J-9_~+/=")));
		assertThat(read("{}").record()).isNull();
		assertThat(read("{\"record\":null}").record()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "\"p1\"", "{\"patient\":\"p1\"}", "{\"patient\":\".\",\"token\":\"t\"}",
			"{\"patient\":\"..\",\"token\":\"t\"}", "{\"token\":\"t\"}", "{\"patient\":\"\",\"token\":\"t\"}",
			"{\"patient\":\"p1/../p2\",\"token\":\"t\"}", "{\"patient\":\"p1?x=1\",\"token\":\"t\"}",
			"{\"patient\":\"p1\",\"token\":\"t\\r\\nX-Role: admin\"}", "{\"patient\":\"p1\",\"token\":\"\"}" })
	void opensNothingElse(String record) {
		assertThatExceptionOfType(AgentProblem.class).isThrownBy(() -> read("{\"record\":" + record + "}"))
			.satisfies((problem) -> assertThat(problem.param()).isEqualTo("hilum.record"));
	}

	@Test
	void knowsEachIdentifierOnceAndNoMoreThanTheGatewayTakes() {
		ArrayNode named = JsonMapper.shared().createArrayNode();
		named.addObject().put("type", "NAME").put("value", "Irma Peter");
		Identities identities = new Identities(named);
		assertThat(identities.add(List.of(new Identity("NAME", PhiText.of("Irma Peter")),
				new Identity("MRN", PhiText.of("964741")), new Identity("OTHER_ID", PhiText.of("964741")))))
			.isTrue();
		assertThat(identities.all()).hasSize(2);
		assertThat(identities.all().get(1).get("value").asString()).isEqualTo("964741");
		assertThat(named).hasSize(1);
		assertThat(identities.add(numbers(255))).isFalse();
		assertThat(identities.all()).hasSize(2);
		assertThat(identities.add(numbers(254))).isTrue();
		assertThat(identities.add(numbers(254))).isTrue();
		assertThat(identities.all()).hasSize(256);
	}

	private static List<Identity> numbers(int count) {
		return IntStream.range(0, count).mapToObj((i) -> new Identity("OTHER_ID", PhiText.of("number " + i))).toList();
	}

	private static AgentRequest read(String hilum) {
		return RequestReader.read(("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"hilum\":" + hilum + "}")
			.getBytes(StandardCharsets.UTF_8));
	}

}
