package io.hilum.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.hilum.gateway.MutableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TemporaryRoles}.
 */
class TemporaryRolesTests {

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

	private final MutableClock clock = new MutableClock(NOW);

	private final TemporaryRoles temporary = new TemporaryRoles(this.clock);

	@Test
	void givesRolesUntilTheyEnd() {
		assertThat(this.temporary.put(grant("g1", 1, false, 60))).isTrue();
		assertThat(this.temporary.of(caller("amelia", null)).roles()).containsExactly("Clinician", "Emergency");
		this.clock.advance(Duration.ofSeconds(60));
		assertThat(this.temporary.of(caller("amelia", null)).roles()).containsExactly("Clinician");
	}

	@Test
	void givesThemToTheirSubjectInPersonOnly() {
		this.temporary.put(grant("g1", 1, false, 60));
		assertThat(this.temporary.of(caller("bo", null)).roles()).containsExactly("Clinician");
		assertThat(this.temporary.of(caller("amelia", "k1")).roles()).containsExactly("Clinician");
	}

	@Test
	void isNotUndoneByAStaleCopy() {
		this.temporary.put(grant("g1", 1, false, 60));
		this.temporary.put(grant("g1", 2, true, 60));
		assertThat(this.temporary.put(grant("g1", 1, false, 60))).isFalse();
		assertThat(this.temporary.put(grant("g1", 3, false, 60))).isFalse();
		assertThat(this.temporary.of(caller("amelia", null)).roles()).containsExactly("Clinician");
	}

	@Test
	void endsTheSameInWhateverOrderChangesArrive() {
		List<TemporaryRoles.Grant> changes = new ArrayList<>(List.of(grant("g1", 1, false, 60),
				grant("g1", 2, true, 60), grant("g2", 1, false, 60), grant("g2", 2, true, 60)));
		for (int seed = 0; seed < 50; seed++) {
			TemporaryRoles other = new TemporaryRoles(this.clock);
			Collections.shuffle(changes, new Random(seed));
			changes.forEach(other::put);
			assertThat(other.of(caller("amelia", null)).roles()).containsExactly("Clinician");
		}
	}

	@Test
	void givesNothingOfAGrantOfWhichAChangeCouldNotBeRead() {
		this.temporary.put(grant("g1", 1, false, 60));
		this.temporary
			.put(new TemporaryRoles.Grant("g2", 1, false, "iss|amelia", List.of("Research"), NOW.plusSeconds(120)));
		this.temporary.close("g1", 0);
		this.temporary.close("g0", 0);
		assertThat(this.temporary.of(caller("amelia", null)).roles()).containsExactly("Clinician", "Research");
		this.temporary.put(grant("g1", 1, false, 60));
		assertThat(this.temporary.of(caller("amelia", null)).roles()).containsExactly("Clinician", "Research");
		this.temporary.put(grant("g1", 2, false, 60));
		assertThat(this.temporary.of(caller("amelia", null)).roles()).containsExactlyInAnyOrder("Clinician", "Research",
				"Emergency");
	}

	@Test
	void givesAgainWhatIsReadAgainFromTheFirstOneOn() {
		this.temporary.put(grant("g1", 1, false, 60));
		this.temporary.startOver();
		this.temporary.close("g1", 0);
		assertThat(this.temporary.of(caller("amelia", null)).roles()).containsExactly("Clinician");
		this.temporary.put(grant("g1", 1, false, 60));
		assertThat(this.temporary.of(caller("amelia", null)).roles()).containsExactly("Clinician", "Emergency");
	}

	@Test
	void countsNothingAsUnreadThatWasReadSince() {
		this.temporary.put(grant("g1", 1, true, 60));
		this.temporary.close("g1", 2);
		assertThat(this.temporary.closed()).isEqualTo(1);
		this.temporary.put(grant("g1", 2, true, 60));
		assertThat(this.temporary.closed()).as("ended before, and known again").isZero();
	}

	@Test
	void addsUpSeveralGrants() {
		this.temporary.put(grant("g1", 1, false, 60));
		this.temporary.put(new TemporaryRoles.Grant("g2", 1, false, "iss|amelia", List.of("Emergency", "Research"),
				NOW.plusSeconds(120)));
		assertThat(this.temporary.of(caller("amelia", null)).roles()).containsExactly("Clinician", "Emergency",
				"Research");
		this.temporary.put(grant("g1", 2, true, 60));
		assertThat(this.temporary.of(caller("amelia", null)).roles()).containsExactly("Clinician", "Emergency",
				"Research");
	}

	private static TemporaryRoles.Grant grant(String id, long version, boolean ended, int seconds) {
		return new TemporaryRoles.Grant(id, version, ended, "iss|amelia", List.of("Emergency"),
				NOW.plusSeconds(seconds));
	}

	private static Caller caller(String name, @Nullable String keyId) {
		return new Caller("iss|" + name, List.of("Clinician"), "t", null, keyId, null, List.of(), List.of(),
				Assurance.OF_KEY, List.of());
	}

}
