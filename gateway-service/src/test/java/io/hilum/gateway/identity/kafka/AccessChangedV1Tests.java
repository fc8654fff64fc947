package io.hilum.gateway.identity.kafka;

import io.hilum.gateway.harness.RunningGateway;
import io.hilum.gateway.identity.HilumKey;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AccessChangedV1}: it reads the examples of the contract.
 */
class AccessChangedV1Tests {

	@Test
	void readsAKey() {
		HilumKey key = read("key").toKey();
		assertThat(key.id()).isEqualTo("k7m2p4");
		HilumKey.Grant grant = key.grant();
		assertThat(grant).isNotNull();
		if (grant != null) {
			assertThat(grant.roles()).containsExactly("Billing");
			assertThat(grant.sha256()).hasSize(32).startsWith(0x9f, 0x86);
			assertThat(grant.expiresAt()).isNull();
		}
	}

	@Test
	void readsARevocation() {
		HilumKey key = read("key-revoked").toKey();
		assertThat(key.version()).isEqualTo(2);
		assertThat(key.grant()).isNull();
	}

	@Test
	void readsTheSecretBeforeARotation() {
		HilumKey.Grant grant = read("key-rotated").toKey().grant();
		assertThat(grant).isNotNull();
		HilumKey.Retiring retiring = (grant != null) ? grant.retiring() : null;
		assertThat(retiring).isNotNull();
		if (retiring != null) {
			assertThat(retiring.sha256()).startsWith(0x9f, 0x86);
			assertThat(retiring.until()).isEqualTo("2026-02-03T07:00:00Z");
		}
	}

	@Test
	void leavesBudgetsAlone() {
		assertThat(read("budget").isKey()).isFalse();
	}

	private static AccessChangedV1 read(String name) {
		return JsonMapper.shared()
			.readValue(RunningGateway.example("access-changed-v1/" + name + ".json"), AccessChangedV1.class);
	}

}
