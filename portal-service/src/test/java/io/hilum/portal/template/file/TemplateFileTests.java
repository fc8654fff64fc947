package io.hilum.portal.template.file;

import java.util.List;

import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.template.HospitalTemplate;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.error.YAMLException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TemplateFile}.
 */
class TemplateFileTests {

	@Test
	void readsAVersion() {
		HospitalTemplate template = TemplateFile.parse("""
				name: letter
				version: 2
				title: Letter
				roles: [Clinician]
				text: "Dear {{ recipient }}, {{findings}} {{recipient}} {broken} {{}}"
				""");
		assertThat(template.name()).isEqualTo("letter");
		assertThat(template.version()).isEqualTo(2);
		assertThat(template.content().roles()).containsExactly("Clinician");
		assertThat(template.content().variables()).containsExactly("recipient", "findings");
	}

	@Test
	void refusesWhatIsNoTemplate() {
		for (String yaml : List.of("[]", "name: Letter\nversion: 1", "name: letter\nversion: 0",
				"name: letter\nversion: x")) {
			assertThatIllegalArgumentException().isThrownBy(() -> TemplateFile.parse(yaml));
		}
		assertThatExceptionOfType(PortalProblem.class)
			.isThrownBy(() -> TemplateFile.parse("name: letter\nversion: 1\ntitle: Letter"));
		assertThatExceptionOfType(YAMLException.class)
			.isThrownBy(() -> TemplateFile.parse("name: !!java.net.URL [http://x]"));
	}

}
