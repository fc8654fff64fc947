package io.hilum.routing.cache;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.hilum.routing.body.Endpoint;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CacheKeys}: who shares an answer, and who never does.
 */
class CacheKeysTests {

	private static final byte[] BODY = "{\"model\":\"m\"}".getBytes(StandardCharsets.UTF_8);

	private final CacheKeys keys = new CacheKeys("secret");

	@Test
	void isTheSameForTheSameRequestOfAColleague() {
		CacheKey mine = key(caller("amelia", List.of("Clinician", "Admin"), "icu", null, PhiState.DEIDENTIFIED, "p1"));
		CacheKey hers = key(caller("bea", List.of("Admin", "Clinician"), "icu", null, PhiState.DEIDENTIFIED, "p1"));
		assertThat(hers.id()).isEqualTo(mine.id()).hasSize(64);
		assertThat(hers.seal().getEncoded()).isEqualTo(mine.seal().getEncoded()).hasSize(32);
	}

	@Test
	void differsForEachThingThatMayChangeAnAnswer() {
		ServiceContext base = caller("a", List.of("Clinician"), "icu", null, PhiState.DEIDENTIFIED, "p1");
		Stream<CacheKey> others = Stream.of(key(base),
				key(caller("a", List.of("Clinician"), "er", null, PhiState.DEIDENTIFIED, "p1")),
				key(caller("a", List.of("Billing"), "icu", null, PhiState.DEIDENTIFIED, "p1")),
				key(caller("a", List.of("Clinician", "Billing"), "icu", null, PhiState.DEIDENTIFIED, "p1")),
				key(caller("a", List.of("Clinician"), "icu", "portal", PhiState.DEIDENTIFIED, "p1")),
				key(caller("a", List.of("Clinician"), "icu", null, PhiState.NONE, "p1")),
				key(caller("a", List.of("Clinician"), "icu", null, PhiState.DEIDENTIFIED, "p2")),
				this.keys.of("v2", base, Endpoint.CHAT_COMPLETIONS, BODY),
				this.keys.of("v1", base, Endpoint.EMBEDDINGS, BODY),
				this.keys.of("v1", base, Endpoint.CHAT_COMPLETIONS,
						"{\"model\":\"n\"}".getBytes(StandardCharsets.UTF_8)),
				new CacheKeys("other").of("v1", base, Endpoint.CHAT_COMPLETIONS, BODY));
		Set<String> ids = others.map(CacheKey::id).collect(Collectors.toSet());
		assertThat(ids).hasSize(11);
	}

	@Test
	void doesNotTakeOneFieldForTwo() {
		CacheKey one = key(caller("a", List.of("r"), "ab", "c", PhiState.NONE, "p1"));
		CacheKey two = key(caller("a", List.of("r"), "a", "bc", PhiState.NONE, "p1"));
		assertThat(one.id()).isNotEqualTo(two.id());
	}

	private CacheKey key(ServiceContext caller) {
		return this.keys.of("v1", caller, Endpoint.CHAT_COMPLETIONS, BODY);
	}

	private static ServiceContext caller(String subject, List<String> roles, String team, @Nullable String application,
			PhiState phi, String policy) {
		return new ServiceContext("r", subject, roles, team, application, null, "treatment", phi, policy, "c");
	}

}
