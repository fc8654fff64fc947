package io.hilum.phi.classify;

import java.util.List;
import java.util.Map;

import io.hilum.phi.detect.DetectionFailedException;
import io.hilum.phi.detect.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link Labels}.
 */
class LabelsTests {

	@ParameterizedTest
	@CsvSource({ "PATIENT, NAME, false", "B-PATIENT, NAME, true", "I-STAFF, NAME, false", "U-HOSP, LOCATION, true",
			"L-LOC, LOCATION, false", "S-DATE, DATE, true", "E_AGE, AGE, false", "B-OTHERPHI, OTHER_ID, true",
			"hospital, LOCATION, false", "ID, OTHER_ID, false", "I-LOCATION-OTHER, LOCATION, false" })
	void readsLabelsOfUsualModels(String label, EntityType type, boolean begins) {
		Opinion opinion = Labels.of(List.of("O", label), Map.of()).opinion(new float[] { 0, 8 }, 0);
		assertThat(opinion.type()).isEqualTo(type);
		assertThat(opinion.begins()).isEqualTo(begins);
		assertThat(opinion.probability()).isGreaterThan(0.99f);
	}

	@Test
	void takesTheTypesOfTheConfigurationFirst() {
		Labels labels = Labels.of(List.of("O", "B-VENDOR", "B-ward"), Map.of("VENDOR", "other_id", "ward", "LOCATION"));
		assertThat(labels.opinion(new float[] { 0, 8, 0 }, 0).type()).isEqualTo(EntityType.OTHER_ID);
		assertThat(labels.opinion(new float[] { 0, 0, 8 }, 0).type()).isEqualTo(EntityType.LOCATION);
	}

	@Test
	void addsUpWhatSpeaksForAnyIdentifier() {
		Labels labels = Labels.of(List.of("O", "B-PATIENT", "I-STAFF", "B-HOSP", "VENDOR"), Map.of());
		Opinion opinion = labels.opinion(new float[] { 9, 1, 1, 1, 1, 1 }, 1);
		assertThat(opinion.type()).isEqualTo(EntityType.NAME);
		assertThat(opinion.probability()).isCloseTo(0.6f, within(0.001f));
	}

	@Test
	void aVendorIsNoIdentifier() {
		Labels labels = Labels.of(List.of("O", "VENDOR", "ID"), Map.of());
		assertThat(labels.opinion(new float[] { 0, 9, 0 }, 0).probability()).isLessThan(0.01f);
	}

	@Test
	void isSureOfLargeScoresAndRefusesWhatIsNone() {
		Labels labels = Labels.of(List.of("O", "ID"), Map.of());
		assertThat(labels.opinion(new float[] { 0, 30_000 }, 0).probability()).isEqualTo(1);
		for (float broken : new float[] { Float.NaN, Float.POSITIVE_INFINITY }) {
			assertThatExceptionOfType(DetectionFailedException.class)
				.isThrownBy(() -> labels.opinion(new float[] { 0, broken }, 0));
			assertThatExceptionOfType(DetectionFailedException.class)
				.isThrownBy(() -> labels.opinion(new float[] { broken, 0 }, 0));
		}
	}

	@Test
	void refusesALabelWithoutAType() {
		assertThatIllegalArgumentException().isThrownBy(() -> Labels.of(List.of("O", "B-GIZMO"), Map.of()))
			.withMessageContaining("hilum.phi.classifier.labels.GIZMO");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Labels.of(List.of("O", "B-PATIENT"), Map.of("PATIENT", "PERSON")))
			.withMessageContaining("PATIENT");
	}

	@Test
	void refusesLabelsThatTellNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> Labels.of(List.of("PATIENT"), Map.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> Labels.of(List.of("O", "VENDOR"), Map.of()));
	}

}
