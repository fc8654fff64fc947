package io.hilum.rag.seal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.DataKeys;
import io.hilum.trust.seal.KeyKeeper;
import io.hilum.trust.seal.KeyKeeperException;
import io.hilum.trust.seal.SealBrokenException;
import io.hilum.trust.seal.UnknownKeyException;
import io.hilum.trust.seal.WrappedKey;
import io.hilum.trust.seal.spring.VaultProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SealConfiguration}: who wraps, and who can still unwrap.
 */
class SealConfigurationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration PAUSE = Duration.ofMillis(200);

	private static final Duration MARGIN = Duration.ofMinutes(1);

	private static final UUID COLLECTION = new UUID(1, 1);

	private static final UUID OTHER_COLLECTION = new UUID(2, 2);

	private static final Place PLACE = Place.text(COLLECTION, new UUID(3, 3), new UUID(4, 4));

	private static final byte[] TEXT = "Irma Peter, MRN 964741".getBytes(StandardCharsets.UTF_8);

	private static final String BEFORE = master(1);

	private static final String AFTER = master(2);

	@TempDir
	private static Path folder;

	@Test
	void bindsWhatIsSealedToItsPlace() {
		AesGcm key = open(keys(null, BEFORE), newKey(keys(null, BEFORE)));
		byte[] sealed = key.seal(TEXT, PLACE.bytes());
		assertThat(key.open(sealed, PLACE.bytes())).isEqualTo(TEXT);
		for (Place other : new Place[] { Place.text(COLLECTION, new UUID(3, 3), new UUID(5, 5)),
				Place.text(COLLECTION, new UUID(5, 5), new UUID(4, 4)),
				Place.text(OTHER_COLLECTION, new UUID(3, 3), new UUID(4, 4)),
				Place.vector(COLLECTION, new UUID(3, 3), new UUID(4, 4)), Place.title(COLLECTION, new UUID(3, 3)),
				Place.file(COLLECTION, new UUID(3, 3)) }) {
			assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> key.open(sealed, other.bytes()));
		}
	}

	@Test
	void keyOfOneCollectionOpensNothingOfAnother() {
		WrappedKey wrapped = newKey(keys(null, BEFORE));
		assertThatExceptionOfType(SealBrokenException.class)
			.isThrownBy(() -> keys(null, BEFORE).open(wrapped, Place.ofKey(OTHER_COLLECTION)).block(PATIENCE));
	}

	@Test
	void opensBothWaysWhileTheMasterIsRotated() {
		WrappedKey wrapped = newKey(keys(null, BEFORE));
		byte[] sealed = open(keys(null, BEFORE), wrapped).seal(TEXT, PLACE.bytes());
		assertThat(renewed(keys(null, BEFORE, AFTER), wrapped)).isNull();
		WrappedKey renewed = renewed(keys(null, AFTER, BEFORE), wrapped);
		assertThat(renewed).isNotNull();
		for (DataKeys replica : List.of(keys(null, BEFORE, AFTER), keys(null, AFTER, BEFORE), keys(null, AFTER))) {
			assertThat(open(replica, renewed).open(sealed, PLACE.bytes())).isEqualTo(TEXT);
		}
		assertThat(open(keys(null, AFTER, BEFORE), wrapped).open(sealed, PLACE.bytes())).isEqualTo(TEXT);
		assertThatExceptionOfType(UnknownKeyException.class).isThrownBy(() -> open(keys(null, AFTER), wrapped));
		assertThatExceptionOfType(UnknownKeyException.class).isThrownBy(() -> renewed(keys(null, AFTER), wrapped));
	}

	@Test
	void movesFromTheMasterToAFileAndLeavesItThen() throws IOException {
		WrappedKey wrapped = newKey(keys(null, BEFORE));
		byte[] sealed = open(keys(null, BEFORE), wrapped).seal(TEXT, PLACE.bytes());
		Path file = Files.writeString(folder.resolve("keys"), "v1 " + AFTER + "\n");
		WrappedKey moved = renewed(keys(file, BEFORE), wrapped);
		assertThat(moved).isNotNull().extracting(WrappedKey::keyId).isEqualTo("v1");
		assertThat(open(keys(file, ""), moved).open(sealed, PLACE.bytes())).isEqualTo(TEXT);
		assertThatExceptionOfType(KeyKeeperException.class).isThrownBy(() -> open(keys(null, BEFORE), moved));
	}

	@Test
	void opensAndRenewsKeysInTheFirstForm() {
		byte[] key = AesGcm.randomKey();
		byte[] sealed = new AesGcm(key).seal(TEXT, PLACE.bytes());
		WrappedKey first = inFirstForm(key, COLLECTION);
		assertThat(open(keys(null, BEFORE), first).open(sealed, PLACE.bytes())).isEqualTo(TEXT);
		assertThat(open(keys(null, AFTER, BEFORE), first).open(sealed, PLACE.bytes())).isEqualTo(TEXT);
		WrappedKey renewed = renewed(keys(null, BEFORE), first);
		assertThat(renewed).isNotNull();
		assertThat(renewed.keyId()).doesNotStartWith("hilum-rag");
		assertThat(renewed(keys(null, BEFORE), renewed)).isNull();
		assertThat(open(keys(null, BEFORE), renewed).open(sealed, PLACE.bytes())).isEqualTo(TEXT);
	}

	@Test
	void refusesKeysInTheFirstFormThatWereMovedOrChanged() {
		WrappedKey moved = inFirstForm(AesGcm.randomKey(), OTHER_COLLECTION);
		WrappedKey renamed = new WrappedKey(Place.ofKey(COLLECTION), moved.value());
		for (WrappedKey wrong : List.of(moved, renamed, new WrappedKey(moved.keyId(), "AAAA"))) {
			assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> open(keys(null, BEFORE), wrong));
		}
		WrappedKey right = inFirstForm(AesGcm.randomKey(), COLLECTION);
		assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> open(keys(null, AFTER), right));
	}

	@Test
	void refusesToStartWithoutAKeyThatWraps() {
		assertThatIllegalArgumentException().isThrownBy(() -> properties(null, " "))
			.withMessageContaining("HILUM_RAG_MASTER")
			.withMessageContaining("HILUM_RAG_VAULT")
			.withMessageContaining("HILUM_RAG_KEY_FILE");
		for (String wrong : List.of("c2hvcnQ=", "not Base64!")) {
			assertThatExceptionOfType(KeyKeeperException.class).isThrownBy(() -> keys(null, wrong))
				.matches((ex) -> !String.valueOf(ex.getMessage()).contains(wrong));
		}
	}

	@Test
	void defaults() {
		URI authority = URI.create("https://login.microsoftonline.com/");
		VaultProperties none = new VaultProperties("", "hilum-rag", "RSA-OAEP-256", "https://vault.azure.net/.default",
				Duration.ofSeconds(5), 3, PAUSE, authority, "", "", "", MARGIN);
		assertThat(bind(Map.of("master", BEFORE)))
			.isEqualTo(new SealProperties(none, "", BEFORE, List.of(), 1000, Duration.ofMinutes(5)));
	}

	@Test
	void everyKeyIsMapped() {
		VaultProperties vault = new VaultProperties("https://v", "k", "A256KW", "s", Duration.ofSeconds(1), 2, PAUSE,
				URI.create("https://a"), "t", "c", "/token", MARGIN);
		Map<String, String> all = new HashMap<>(Map.of("vault.url", "https://v", "vault.key", "k", "vault.algorithm",
				"A256KW", "vault.scope", "s", "vault.timeout", "1s", "vault.retries", "2", "vault.authority",
				"https://a", "vault.tenant-id", "t", "vault.client-id", "c", "vault.token-file", "/token"));
		all.putAll(Map.of("vault.retry-pause", "200ms", "vault.token-margin", "1m"));
		all.putAll(Map.of("key-file", "/keys", "master", BEFORE, "other-masters", AFTER + ",", "max-keys", "3",
				"kept-for", "4s"));
		assertThat(bind(all))
			.isEqualTo(new SealProperties(vault, "/keys", BEFORE, List.of(AFTER), 3, Duration.ofSeconds(4)));
	}

	private static SealProperties bind(Map<String, String> values) {
		Map<String, String> prefixed = new HashMap<>();
		values.forEach((name, value) -> prefixed.put("hilum.encryption." + name, value));
		return new Binder(new MapConfigurationPropertySource(prefixed)).bindOrCreate("hilum.encryption",
				SealProperties.class);
	}

	@Test
	void printsNothingOfKeys() {
		assertThat(properties(null, BEFORE).toString()).isEqualTo("SealProperties[REDACTED]");
	}

	private static WrappedKey inFirstForm(byte[] key, UUID collection) {
		return new WrappedKey(Place.ofKey(collection),
				Base64.getUrlEncoder()
					.withoutPadding()
					.encodeToString(Keys.wrappedInFirstForm(BEFORE, key, collection)));
	}

	private static WrappedKey newKey(DataKeys keys) {
		return Keys.newKey(keys, COLLECTION);
	}

	private static AesGcm open(DataKeys keys, WrappedKey wrapped) {
		return keys.open(wrapped, Place.ofKey(COLLECTION)).blockOptional(PATIENCE).orElseThrow();
	}

	private static @Nullable WrappedKey renewed(DataKeys keys, WrappedKey wrapped) {
		return keys.renew(wrapped, Place.ofKey(COLLECTION)).block(PATIENCE);
	}

	private static DataKeys keys(@Nullable Path file, String master, String... others) {
		SealProperties properties = properties(file, master, others);
		return new SealConfiguration().dataKeys(keeper(properties), properties);
	}

	private static KeyKeeper keeper(SealProperties properties) {
		return new SealConfiguration().keyKeeper(properties, WebClient.builder(), Clock.systemUTC());
	}

	private static SealProperties properties(@Nullable Path file, String master, String... others) {
		VaultProperties none = new VaultProperties("", "k", "a", "s", PATIENCE, 0, PAUSE, URI.create("https://a"), "",
				"", "", MARGIN);
		return new SealProperties(none, (file != null) ? file.toString() : "", master, List.of(others), 10, PATIENCE);
	}

	private static String master(int filling) {
		byte[] bytes = new byte[32];
		bytes[0] = (byte) filling;
		return Base64.getEncoder().encodeToString(bytes);
	}

}
