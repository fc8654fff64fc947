package io.hilum.gateway.policy;

import java.util.List;
import java.util.Map;

import io.hilum.gateway.policy.PhiRule.TypeRule;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PhiTreatment}.
 */
class PhiTreatmentTests {

	@Property(tries = 400)
	void neverIsMilderThanTheRole(@ForAll PhiMode role, @ForAll("rules") List<PhiRule> rules) {
		PhiTreatment treatment = PhiTreatment.of(role, List.of("A"), rules);
		assertThat(treatment.mode()).isGreaterThanOrEqualTo(role);
	}

	@Property(tries = 400)
	void isMilderForATypeOnlyByRulesForAllRoles(@ForAll PhiMode role, @ForAll("rules") List<PhiRule> rules) {
		List<PhiRule> partly = rules.stream().filter((rule) -> rule.roles().equals(List.of("A"))).toList();
		PhiTreatment treatment = PhiTreatment.of(role, List.of("A", "B"), partly);
		assertThat(treatment.threshold()).isNull();
		assertThat(treatment.types().values()).allSatisfy((type) -> {
			assertThat(type.threshold()).isNull();
			assertThat((type.mode() != null) ? type.mode() : treatment.mode()).isGreaterThanOrEqualTo(role);
		});
	}

	@Property(tries = 400)
	void doesNotDependOnTheOrderOfRules(@ForAll PhiMode role, @ForAll("rules") List<PhiRule> rules) {
		assertThat(PhiTreatment.of(role, List.of("A"), rules.reversed()))
			.isEqualTo(PhiTreatment.of(role, List.of("A"), rules));
	}

	@Example
	void aTypeMayStayWhereAllRolesAreMeant() {
		PhiRule dates = new PhiRule(List.of("A"), List.of(), List.of(), null, null,
				Map.of("DATE", new TypeRule(PhiMode.ALLOW, null)));
		assertThat(PhiTreatment.of(PhiMode.PSEUDONYMISE, List.of("A"), List.of(dates)).types())
			.isEqualTo(Map.of("DATE", new TypeRule(PhiMode.ALLOW, null)));
		assertThat(PhiTreatment.of(PhiMode.PSEUDONYMISE, List.of("A", "B"), List.of(dates)).types())
			.isEqualTo(Map.of("DATE", new TypeRule(PhiMode.PSEUDONYMISE, null)));
	}

	@Example
	void isRawOnlyWhereEverythingMayStay() {
		assertThat(PhiTreatment.of(PhiMode.ALLOW).isRaw()).isTrue();
		PhiRule numbers = new PhiRule(List.of(), List.of(), List.of(), null, null,
				Map.of("SSN", new TypeRule(PhiMode.REDACT, null)));
		assertThat(PhiTreatment.of(PhiMode.ALLOW, List.of("A"), List.of(numbers)).isRaw()).isFalse();
	}

	@Provide
	Arbitrary<List<PhiRule>> rules() {
		Arbitrary<Integer> modes = Arbitraries.integers().between(-3, PhiMode.values().length - 1);
		Arbitrary<Integer> thresholds = Arbitraries.integers().between(-3, 9);
		Arbitrary<TypeRule> types = Combinators.combine(modes, thresholds)
			.as((mode, threshold) -> new TypeRule(mode(mode), threshold(threshold)));
		Arbitrary<Map<String, TypeRule>> byType = Arbitraries.maps(Arbitraries.of("DATE", "NAME"), types).ofMaxSize(2);
		return Combinators.combine(Arbitraries.of("", "A", "A,B"), modes, thresholds, byType)
			.as((roles, mode, threshold, rules) -> new PhiRule(
					roles.isEmpty() ? List.of() : List.of(roles.split(",", -1)), List.of(), List.of(), mode(mode),
					threshold(threshold), rules))
			.list()
			.ofMaxSize(4);
	}

	private static @Nullable PhiMode mode(int index) {
		return (index < 0) ? null : PhiMode.values()[index];
	}

	private static @Nullable Double threshold(int tenths) {
		return (tenths < 0) ? null : tenths / 10.0;
	}

}
