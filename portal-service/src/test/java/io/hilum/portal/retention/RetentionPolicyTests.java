package io.hilum.portal.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RetentionPolicy}.
 */
class RetentionPolicyTests {

	private static final Map<String, Duration> ROLES = Map.of("Clinician", Duration.ofDays(365), "Billing",
			Duration.ofDays(90));

	@Test
	void keepsByTheRoleThatKeepsLongest() {
		RetentionPolicy policy = policy(Duration.ofDays(30));
		assertThat(policy.keptAs(List.of("Billing", "Clinician", "Admin"))).contains("Clinician");
		assertThat(policy.keptAs(List.of("Admin"))).isEmpty();
		assertThat(policy.of("Billing")).contains(Duration.ofDays(90));
		assertThat(policy.of(null)).contains(Duration.ofDays(30));
		assertThat(policy.of("Forgotten")).contains(Duration.ofDays(30));
		assertThat(policy.expiry("Billing", Instant.EPOCH)).contains(Instant.EPOCH.plus(Duration.ofDays(90)));
	}

	@Test
	void keepsWithoutEndWhereNothingIsSaid() {
		assertThat(policy(null).of(null)).isEmpty();
		assertThat(policy(null).expiry("Admin", Instant.EPOCH)).isEmpty();
	}

	@Test
	void refusesToKeepNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> policy(Duration.ZERO))
			.withMessageContaining("hilum.portal.retention.otherwise");
	}

	private static RetentionPolicy policy(@Nullable Duration otherwise) {
		return new RetentionPolicy(ROLES, otherwise, Duration.ofMinutes(1), 10, Duration.ofMinutes(1));
	}

}
