package io.hilum.agents.record.fhir;

import ca.uhn.fhir.context.FhirContext;
import io.hilum.agents.tool.ToolRefusal;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FhirIdentities}.
 */
class FhirIdentitiesTests {

	private final FhirIdentities identities = new FhirIdentities(FhirContext.forR4Cached());

	@Test
	void readsNothingOfWhichNotAllCanBeTold() {
		Observation full = new Observation();
		for (int i = 0; i < 256; i++) {
			full.addIdentifier(new Identifier().setValue("number " + i));
		}
		this.identities.gather(full);
		this.identities.gather(full);
		assertThat(this.identities.found()).hasSize(256);
		Observation one = new Observation();
		one.addIdentifier(new Identifier().setValue("one more"));
		assertThatExceptionOfType(ToolRefusal.class).isThrownBy(() -> this.identities.gather(one))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("too_many_identifiers"));
	}

	@Test
	void readsNothingWithANameThatCannotBeTold() {
		Patient patient = new Patient();
		patient.addName(new HumanName().setText("x".repeat(257)));
		assertThatExceptionOfType(ToolRefusal.class).isThrownBy(() -> this.identities.gather(patient))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("too_many_identifiers"));
	}

}
