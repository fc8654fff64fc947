package io.hilum.trust.seal.vault;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

import io.hilum.trust.seal.KeyKeeper;
import io.hilum.trust.seal.KeyKeeperContract;
import io.hilum.trust.seal.KeyKeeperException;
import io.hilum.trust.seal.WrappedKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link KeyVaultKeyKeeper} against a server with the vault's wire format and
 * real RSA keys.
 */
class KeyVaultKeyKeeperTests extends KeyKeeperContract {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final byte[] DATA_KEY = new byte[32];

	private static final Duration PAUSE = Duration.ofMillis(20);

	private final VaultServer vault = new VaultServer("hilum-data");

	@AfterEach
	void stop() {
		this.vault.close();
	}

	@Override
	protected KeyKeeper keeper() {
		return keeper(VaultServer.TOKEN, 2);
	}

	@Override
	protected KeyKeeper replica() {
		return keeper();
	}

	@Override
	protected void rotate() {
		this.vault.rotate();
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	void asksAgainWhenTheVaultIsBusy(int status) {
		this.vault.failNext(2, status, "");
		assertThat(keeper().current().block(PATIENCE)).startsWith(this.vault.url() + "/keys/hilum-data/");
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403, 404, 503 })
	void saysThatTheVaultRefusesWithoutItsWords(int status) {
		this.vault.failNext(100, status, "");
		assertThatExceptionOfType(KeyKeeperException.class).isThrownBy(() -> keeper().current().block(PATIENCE))
			.matches((ex) -> !String.valueOf(ex.getMessage()).contains("secret words"));
	}

	@Test
	void waitsAsLongAsTheVaultAsksFor() {
		this.vault.failNext(1, 429, "1");
		assertThat(keeper().current().block(PATIENCE)).isNotNull();
		List<Instant> requests = this.vault.requests();
		assertThat(requests).hasSize(2);
		assertThat(Duration.between(requests.getFirst(), requests.getLast()))
			.isGreaterThanOrEqualTo(Duration.ofMillis(990));
	}

	@Test
	void asksNoMoreWhereTheVaultAsksForLongerThanAnAnswerMayTake() {
		this.vault.failNext(100, 429, "21");
		assertThatExceptionOfType(KeyKeeperException.class).isThrownBy(() -> keeper().current().block(PATIENCE))
			.withMessageContaining("does not answer");
		assertThat(this.vault.requests()).hasSize(1);
	}

	@Test
	void doesNotWrapByAVersionThatWouldNotUnwrap() {
		WrappedKey before = wrap();
		this.vault.disable();
		assertThatExceptionOfType(KeyKeeperException.class).isThrownBy(this::wrap).withMessageContaining("disabled");
		assertThatExceptionOfType(KeyKeeperException.class).isThrownBy(() -> keeper().unwrap(before).block(PATIENCE))
			.withMessageContaining("403")
			.matches((ex) -> !String.valueOf(ex.getMessage()).contains("secret words"));
		this.vault.rotate();
		assertThat(keeper().unwrap(wrap()).block(PATIENCE)).isEqualTo(DATA_KEY);
	}

	@Test
	void comesWithAToken() {
		assertThatExceptionOfType(KeyKeeperException.class)
			.isThrownBy(() -> keeper("wrong", 0).current().block(PATIENCE))
			.withMessageContaining("401");
	}

	@Test
	void sendsNoTokenToWhereAStoredKeyPoints() {
		int before = this.vault.requests().size();
		for (String id : new String[] { "http://127.0.0.1:9/keys/hilum-data/1", this.vault.url() + "/keys/other/1",
				this.vault.url() + "/keys/hilum-data/", this.vault.url() + "/keys/hilum-data/../other/1",
				this.vault.url() + "/keys/hilum-data/1?x=" }) {
			assertThatExceptionOfType(KeyKeeperException.class).as(id)
				.isThrownBy(() -> keeper().unwrap(new WrappedKey(id, "AAAA")).block(PATIENCE));
		}
		assertThat(this.vault.requests()).hasSize(before);
	}

	@Test
	void saysThatTheVaultIsAway() {
		this.vault.close();
		assertThatExceptionOfType(KeyKeeperException.class)
			.isThrownBy(() -> keeper(VaultServer.TOKEN, 0).current().block(PATIENCE))
			.withMessageContaining("does not answer");
	}

	@Test
	void refusesWhatNamesNoKey() {
		URI url = URI.create("https://name.vault.azure.net");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new KeyVaultKey(url, "a/b", "RSA-OAEP-256", PATIENCE, 0, PAUSE));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new KeyVaultKey(URI.create("vault"), "a", "RSA-OAEP-256", PATIENCE, 0, PAUSE));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new KeyVaultKey(url, "a", "RSA-OAEP-256", PATIENCE, -1, PAUSE));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new KeyVaultKey(url, "a", "RSA-OAEP-256", PATIENCE, 0, PAUSE.negated()));
	}

	private WrappedKey wrap() {
		return Objects.requireNonNull(keeper().wrap(DATA_KEY).block(PATIENCE));
	}

	private KeyKeeper keeper(String token, int retries) {
		return new KeyVaultKeyKeeper(WebClient.create(), Mono.just(token), new KeyVaultKey(URI.create(this.vault.url()),
				"hilum-data", "RSA-OAEP-256", Duration.ofSeconds(20), retries, PAUSE));
	}

}
