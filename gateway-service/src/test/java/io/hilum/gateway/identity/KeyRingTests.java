package io.hilum.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.hilum.gateway.MutableClock;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link KeyRing}.
 */
class KeyRingTests {

	private static final String KEY = "hlm_k7m2p4_" + "s".repeat(43);

	private final MutableClock clock = new MutableClock(Instant.parse("2026-01-05T08:00:00Z"));

	private final KeyRing ring = complete();

	@Test
	void opensWithTheWholeKeyOnly() {
		this.ring.put(key(1, KEY));
		assertThat(this.ring.authenticate(KEY).keyId()).isEqualTo("k7m2p4");
		assertThat(refusal("hlm_k7m2p4_" + "t".repeat(43))).isEqualTo("key_wrong");
		assertThat(refusal("hlm_unknown_" + "s".repeat(43))).isEqualTo("key_unknown");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "hlm_", "hlm_k7m2p4", "hlm_k7m2p4_", "hlm_K7M2P4_sssssssssssssssssssssssssssssssssssssssssss",
					"hlm_k7m2p4_ssssssssssssssssssssssssssssssssssssssssss' OR '1'='1", "hlm_../../x_y",
					"hlm_k7m2p4_ssss\u0000" })
	void refusesWhatIsNoKey(String presented) {
		this.ring.put(key(1, KEY));
		assertThat(refusal(presented)).isEqualTo("key_malformed");
	}

	@Test
	void staysRevoked() {
		this.ring.put(key(1, KEY));
		this.ring.put(revoked(2));
		this.ring.put(key(1, KEY));
		this.ring.put(key(2, KEY));
		this.ring.put(key(3, KEY));
		assertThat(refusal(KEY)).isEqualTo("key_revoked");
	}

	@Test
	void isNotUndoneByAStaleCopy() {
		String rotated = "hlm_k7m2p4_" + "r".repeat(43);
		this.ring.put(key(5, rotated));
		this.ring.put(key(4, KEY));
		assertThat(refusal(KEY)).isEqualTo("key_wrong");
		assertThat(this.ring.authenticate(rotated).team()).isEqualTo("revenue");
	}

	@Test
	void endsTheSameInWhateverOrderChangesArrive() {
		List<HilumKey> changes = new ArrayList<>(List.of(key(1, KEY), key(2, KEY), revoked(3)));
		for (int seed = 0; seed < 50; seed++) {
			KeyRing other = complete();
			Collections.shuffle(changes, new Random(seed));
			changes.forEach(other::put);
			assertThat(catchThrowableOfType(ProblemException.class, () -> other.authenticate(KEY))).isNotNull();
		}
	}

	@Test
	void expires() {
		HilumKey.Grant open = grant(KEY, this.clock.instant().plusSeconds(1));
		this.ring.put(new HilumKey("k7m2p4", 1, open));
		assertThat(this.ring.authenticate(KEY).purpose()).isEqualTo("payment");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(refusal(KEY)).isEqualTo("key_expired");
	}

	@Test
	void opensWithTheSecretBeforeForTheTimeOfAnOverlap() {
		String next = "hlm_k7m2p4_" + "n".repeat(43);
		HilumKey.Grant before = grant(KEY, null);
		this.ring.put(new HilumKey("k7m2p4", 1, before));
		Instant until = this.clock.instant().plusSeconds(60);
		this.ring.put(new HilumKey("k7m2p4", 2, grant(next, null, new HilumKey.Retiring(before.sha256(), until))));
		assertThat(this.ring.authenticate(next).keyId()).isEqualTo("k7m2p4");
		assertThat(this.ring.authenticate(KEY).keyId()).isEqualTo("k7m2p4");
		this.clock.advance(Duration.ofSeconds(60));
		assertThat(refusal(KEY)).isEqualTo("key_wrong");
		assertThat(this.ring.authenticate(next).team()).isEqualTo("revenue");
		this.ring.put(revoked(3));
		assertThat(refusal(next)).isEqualTo("key_revoked");
	}

	@Test
	void revokesBothSecretsOfARotation() {
		String next = "hlm_k7m2p4_" + "n".repeat(43);
		HilumKey.Retiring retiring = new HilumKey.Retiring(grant(KEY, null).sha256(),
				this.clock.instant().plusSeconds(60));
		this.ring.put(new HilumKey("k7m2p4", 2, grant(next, null, retiring)));
		assertThat(this.ring.put(revoked(3))).isTrue();
		assertThat(refusal(KEY)).isEqualTo("key_revoked");
		assertThat(refusal(next)).isEqualTo("key_revoked");
		assertThat(this.ring.put(key(1, KEY))).isFalse();
	}

	@Test
	void countsNoKeyAsUnreadThatWasReadSince() {
		this.ring.put(revoked(3));
		this.ring.close("k7m2p4", 4);
		assertThat(this.ring.closed()).isEqualTo(1);
		this.ring.put(revoked(4));
		assertThat(this.ring.closed()).as("revoked before, and known again").isZero();
	}

	@Test
	void refusesToGuessBeforeItHasReadAllKeys() {
		KeyRing empty = new KeyRing(this.clock);
		empty.put(key(1, KEY));
		ProblemException refused = catchThrowableOfType(ProblemException.class, () -> empty.authenticate(KEY));
		assertThat(refused.problem()).isInstanceOf(GatewayProblem.Unavailable.class);
	}

	private KeyRing complete() {
		KeyRing complete = new KeyRing(this.clock);
		complete.completed();
		return complete;
	}

	private String refusal(String presented) {
		ProblemException refused = catchThrowableOfType(ProblemException.class,
				() -> this.ring.authenticate(presented));
		assertThat(refused).isNotNull();
		assertThat(refused.problem()).isInstanceOf(GatewayProblem.Unauthenticated.class);
		assertThat(refused.problem().code()).isEqualTo("invalid_api_key");
		return ((GatewayProblem.Unauthenticated) refused.problem()).reason();
	}

	private static HilumKey key(long version, String key) {
		return new HilumKey("k7m2p4", version, grant(key, null));
	}

	private static HilumKey revoked(long version) {
		return new HilumKey("k7m2p4", version, null);
	}

	private static HilumKey.Grant grant(String key, @Nullable Instant expires) {
		return grant(key, expires, null);
	}

	private static HilumKey.Grant grant(String key, @Nullable Instant expires, HilumKey.@Nullable Retiring retiring) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
			return new HilumKey.Grant(digest, "hilum|bo", List.of("Billing"), "revenue", null, "payment", List.of(),
					List.of(), expires, retiring);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
