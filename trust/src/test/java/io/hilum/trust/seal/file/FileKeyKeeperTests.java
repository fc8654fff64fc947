package io.hilum.trust.seal.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.KeyKeeper;
import io.hilum.trust.seal.KeyKeeperContract;
import io.hilum.trust.seal.KeyKeeperException;
import io.hilum.trust.seal.WrappedKey;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FileKeyKeeper}.
 */
class FileKeyKeeperTests extends KeyKeeperContract {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	private int versions;

	@SuppressWarnings("NullAway.Init")
	private KeyKeeper keeper;

	@BeforeEach
	void begin() {
		rotate();
		this.keeper = replica();
	}

	@Override
	protected KeyKeeper keeper() {
		return this.keeper;
	}

	@Override
	protected KeyKeeper replica() {
		return new FileKeyKeeper(file());
	}

	@Override
	protected void rotate() {
		this.versions++;
		try {
			String older = Files.exists(file()) ? Files.readString(file()) : "";
			Files.writeString(file(),
					"v" + this.versions + " " + Base64.getEncoder().encodeToString(AesGcm.randomKey()) + "\n" + older);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void saysWhichKeyIsMissing() {
		assertThatExceptionOfType(KeyKeeperException.class)
			.isThrownBy(() -> this.keeper.unwrap(new WrappedKey("v9", "AAAA")).block(PATIENCE))
			.withMessageContaining("v9");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "v1", "v1 c2VjcmV0", "v1 no*base64", "v1 a b" })
	void refusesAFileThatIsNoneWithoutQuotingIt(String content) throws IOException {
		Files.writeString(file(), content);
		assertThatExceptionOfType(KeyKeeperException.class)
			.isThrownBy(() -> replica().wrap(new byte[64]).block(PATIENCE))
			.matches((ex) -> !String.valueOf(ex.getMessage()).contains("c2VjcmV0"));
	}

	@Test
	void refusesTwoKeysOfOneName() throws IOException {
		String key = Base64.getEncoder().encodeToString(AesGcm.randomKey());
		Files.writeString(file(), "v1 " + key + "\nv1 " + key + "\n");
		assertThatExceptionOfType(KeyKeeperException.class).isThrownBy(() -> replica().current().block(PATIENCE));
	}

	private Path file() {
		return this.folder.resolve("keys");
	}

}
