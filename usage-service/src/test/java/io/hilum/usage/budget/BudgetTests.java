package io.hilum.usage.budget;

import java.time.Instant;
import java.util.List;

import io.hilum.usage.problem.UsageProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link Budget}.
 */
class BudgetTests {

	@ParameterizedTest
	@ValueSource(strings = { "organisation", "team:cardiology", "user:https://login.example/realms/hilum|amelia",
			"application:claims-helper", "key:k7m2p4" })
	void takesWhatCanBeLimited(String id) {
		assertThat(budget(id, "month", "America/New_York", 0, "hard").id()).isEqualTo(id);
	}

	@ParameterizedTest
	@CsvSource({ "organisation:x,month,UTC,1,hard,id", "team,month,UTC,1,hard,id", "team:,month,UTC,1,hard,id",
			"planet:x,month,UTC,1,hard,id", "team:x,decade,UTC,1,hard,window", "team:x,day,Mars/X,1,hard,timeZone",
			"team:x,day,UTC,-1,hard,limitNanoUsd", "team:x,day,UTC,1,kind,mode" })
	void namesTheFieldThatIsWrong(String id, String window, String zone, long limit, String mode, String field) {
		assertThatThrownBy(() -> budget(id, window, zone, limit, mode)).isInstanceOfSatisfying(
				UsageProblem.Invalid.class, (problem) -> assertThat(problem.param()).isEqualTo(field));
	}

	@Test
	void warnsAtPercentagesInOrder() {
		assertThat(budget("organisation", "month", "UTC", 1, "hard").warnAtPercent()).containsExactly(80, 100);
		for (List<Integer> wrong : List.of(List.of(0), List.of(101), List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))) {
			assertThatThrownBy(
					() -> new Budget("organisation", "month", "UTC", 1, "hard", wrong, 0, null, Instant.EPOCH, "ada"))
				.isInstanceOfSatisfying(UsageProblem.Invalid.class,
						(problem) -> assertThat(problem.param()).isEqualTo("warnAtPercent"));
		}
	}

	@Test
	void carriesOverNoMoreThanTheLimit() {
		assertThat(rollOver(0).rollOverSince()).isNull();
		assertThat(rollOver(100).rollOverSince()).isEqualTo(Instant.EPOCH);
		for (long wrong : new long[] { -1, 101 }) {
			assertThatThrownBy(() -> rollOver(wrong)).isInstanceOfSatisfying(UsageProblem.Invalid.class,
					(problem) -> assertThat(problem.param()).isEqualTo("rollOverNanoUsd"));
		}
	}

	private static Budget rollOver(long nanoUsd) {
		return new BudgetRequest(null, 100L, null, null, null, null, null, nanoUsd).of("organisation", Instant.EPOCH,
				"ada");
	}

	private static Budget budget(String id, String window, String zone, long limit, String mode) {
		return new Budget(id, window, zone, limit, mode, List.of(100, 80, 80), 0, null, Instant.EPOCH, "ada");
	}

}
