package io.hilum.quickstart.secret;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the secrets of an installation in its folder. They are drawn at the first start.
 */
public final class SecretsFile {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

	/** Without letters that look like others. */
	private static final String PASSWORD_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

	private static final int SECRET_BYTES = 32;

	private static final int ID_LENGTH = 10;

	private static final int PASSWORD_LENGTH = 16;

	private final Path file;

	private final RandomGenerator random;

	public SecretsFile(Path home) {
		this(home, new SecureRandom());
	}

	SecretsFile(Path home, RandomGenerator random) {
		this.file = home.resolve("secrets.json");
		this.random = random;
	}

	/**
	 * The secrets of this installation.
	 * @return the same at every start
	 */
	public Secrets readOrDraw() {
		if (Files.exists(this.file)) {
			return JSON.readValue(this.file.toFile(), Secrets.class);
		}
		Secrets drawn = draw();
		PrivateFile.write(this.file, JSON.writeValueAsString(drawn));
		return drawn;
	}

	private Secrets draw() {
		Map<String, String> passwords = new LinkedHashMap<>();
		Map<String, HilumKey> keys = new LinkedHashMap<>();
		for (Person person : Person.ALL) {
			passwords.put(person.role(), letters(PASSWORD_LETTERS, PASSWORD_LENGTH));
			keys.put(person.role(),
					new HilumKey(letters(ID_LETTERS, ID_LENGTH), bytes(Base64.getUrlEncoder().withoutPadding())));
		}
		return new Secrets(bytes(Base64.getEncoder()), bytes(Base64.getEncoder()), bytes(Base64.getEncoder()),
				letters(PASSWORD_LETTERS, PASSWORD_LENGTH), letters(PASSWORD_LETTERS, PASSWORD_LENGTH), passwords,
				keys);
	}

	private String letters(String alphabet, int length) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.append(alphabet.charAt(this.random.nextInt(alphabet.length())));
		}
		return text.toString();
	}

	private String bytes(Base64.Encoder encoder) {
		byte[] drawn = new byte[SECRET_BYTES];
		this.random.nextBytes(drawn);
		return encoder.encodeToString(drawn);
	}

}
