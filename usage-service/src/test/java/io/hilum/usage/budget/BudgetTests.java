package io.hilum.usage.budget;

import java.time.Instant;

import io.hilum.usage.problem.UsageProblem;
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

	private static Budget budget(String id, String window, String zone, long limit, String mode) {
		return new Budget(id, window, zone, limit, mode, Instant.EPOCH, "ada");
	}

}
