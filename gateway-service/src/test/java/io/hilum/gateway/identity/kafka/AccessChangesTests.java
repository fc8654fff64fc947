package io.hilum.gateway.identity.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import io.hilum.gateway.harness.RunningGateway;
import io.hilum.gateway.identity.KeyRing;
import io.hilum.gateway.identity.KeyRings;
import io.hilum.gateway.identity.TemporaryRoles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AccessChanges}: what cannot be read closes what it names.
 */
class AccessChangesTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC);

	private final KeyRing ring = KeyRings.empty(CLOCK);

	private final TemporaryRoles temporary = KeyRings.noRoles(CLOCK);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final AccessChanges changes = new AccessChanges(this.ring, this.temporary, this.meters);

	@ParameterizedTest
	@ValueSource(strings = { "nonsense", "", "[]", "null", "{}", "{\"kind\":\"key\",\"revoked\":true}",
			"{\"kind\":\"kez\",\"id\":\"k7m2p4\",\"version\":2,\"revoked\":true}",
			"{\"kind\":\"key\",\"id\":\"k7m2p4\",\"version\":2,\"revoked\":false,\"sha256\":\"zz\",\"subject\":\"s\","
					+ "\"roles\":[\"Admin\"],\"team\":\"t\",\"models\":[\"*\"],\"networks\":[]}",
			"{\"kind\":\"key\",\"id\":\"another\",\"version\":2,\"revoked\":true}" })
	void closesTheKeyThatItNames(String value) {
		apply("key:k7m2p4", RunningGateway.example("access-changed-v1/key.json"));
		assertThat(this.ring.closed()).isZero();
		apply("key:k7m2p4", value);
		assertThat(this.ring.closed()).isEqualTo(1);
		apply("key:k7m2p4", RunningGateway.example("access-changed-v1/key.json"));
		assertThat(this.ring.closed()).as("a copy of before").isEqualTo(1);
		apply("key:k7m2p4", RunningGateway.example("access-changed-v1/key-revoked.json"));
		assertThat(this.ring.closed()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sha256", "subject", "roles", "team", "models", "networks" })
	void closesAKeyOfWhichItIsNotSaidWhatItMayNotDo(String field) {
		String whole = RunningGateway.example("access-changed-v1/key.json");
		apply("key:k7m2p4", whole.replace("\"" + field + "\"", "\"other\""));
		assertThat(this.ring.closed()).isEqualTo(1);
		apply("key:k7m2p4", whole.replace("\"version\": 1", "\"version\": 2"));
		assertThat(this.ring.present("k7m2p4")).as("what comes next counts").isPresent();
	}

	@Test
	void opensNoSoonerThanTheVersionThatCouldNotBeRead() {
		apply("key:k7m2p4", "{\"kind\":\"key\",\"version\":3,\"revoked\":\"ja\"}");
		apply("key:k7m2p4", RunningGateway.example("access-changed-v1/key-revoked.json"));
		assertThat(this.ring.closed()).as("version 2").isEqualTo(1);
		apply("key:k7m2p4", "{\"kind\":\"key\",\"version\":1,\"revoked\":\"ja\"}");
		assertThat(this.ring.closed()).isEqualTo(1);
	}

	@Test
	void passesOverAnOldCopyThatCannotBeRead() {
		apply("key:k7m2p4",
				RunningGateway.example("access-changed-v1/key.json").replace("\"version\": 1", "\"version\": 5"));
		apply("key:k7m2p4", "{\"kind\":\"key\",\"version\":4,\"revoked\":\"ja\"}");
		assertThat(this.ring.closed()).isZero();
	}

	@Test
	void closesTheGrantThatItNames() {
		apply("grant:g1", grant(1));
		apply("grant:g1", "nonsense");
		assertThat(this.temporary.closed()).isEqualTo(1);
		apply("grant:g1", grant(2));
		assertThat(this.temporary.closed()).isZero();
	}

	@Test
	void countsWhatNamesNobodyAndLeavesAloneWhatIsForOthers() {
		apply("budget:team:cardiology", "nonsense");
		apply("other", "[]");
		apply("key:k7m2p4", "nonsense");
		assertThat(this.changes.apply(null, null)).isEmpty();
		assertThat(this.meters.get("hilum.identity.key.unreadable").counter().count()).isEqualTo(3);
		assertThat(this.meters.get("hilum.identity.key.closed").gauge().value()).isEqualTo(1);
		apply("budget:team:cardiology", RunningGateway.example("access-changed-v1/budget.json"));
		assertThat(this.meters.get("hilum.identity.key.unreadable").counter().count()).isEqualTo(3);
	}

	private static String grant(long version) {
		return "{\"kind\":\"grant\",\"id\":\"g1\",\"version\":" + version
				+ ",\"revoked\":false,\"subject\":\"s\",\"roles\":[\"R\"],\"expiresAt\":\"2100-01-01T00:00:00Z\"}";
	}

	private void apply(String key, String value) {
		this.changes.apply(key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
	}

}
