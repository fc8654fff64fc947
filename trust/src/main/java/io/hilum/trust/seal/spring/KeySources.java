package io.hilum.trust.seal.spring;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the keys are that wrap. What wraps is the key of the vault, or else the first one
 * of the file, or else the master key; without any the service does not start. What is
 * not the first of them goes on unwrapping what it wrapped.
 */
public interface KeySources {

	/**
	 * A key in a vault.
	 * @return the vault, which may be none
	 */
	VaultProperties vault();

	/**
	 * A file of keys, one in each line: a name and 32 bytes in Base64.
	 * @return the path, or empty
	 */
	String keyFile();

	/**
	 * The master key, 32 bytes in Base64.
	 * @return the key, or empty
	 */
	String master();

	/**
	 * Keys that unwrap beside the master key while it is being rotated.
	 * @return the keys
	 */
	List<String> otherMasters();

	/**
	 * The master key and those beside it.
	 * @return the keys, the one that wraps first
	 */
	default List<String> masters() {
		List<String> masters = new ArrayList<>();
		if (!master().isBlank()) {
			masters.add(master());
		}
		masters.addAll(otherMasters());
		return masters;
	}

	/**
	 * Keys of a list, of which a variable that is not set makes an empty one.
	 * @param keys the list
	 * @return those that are set
	 */
	static List<String> set(List<String> keys) {
		return keys.stream().filter((key) -> !key.isBlank()).toList();
	}

	/**
	 * Refuse to start without a key that wraps.
	 * @param vault the vault
	 * @param keyFile the file of keys
	 * @param master the master key
	 * @param variables what the names of the variables begin with, such as
	 * {@code HILUM_RAG}
	 * @param content what would be stored unencrypted, such as {@code documents}
	 * @throws IllegalArgumentException if there is none
	 */
	static void require(VaultProperties vault, String keyFile, String master, String variables, String content) {
		if (!vault.isSet() && keyFile.isBlank() && master.isBlank()) {
			throw new IllegalArgumentException(
					"none of hilum.encryption.vault.url (%1$s_VAULT), key-file (%1$s_KEY_FILE) and master (%1$s_MASTER) is set: %2$s are never stored unencrypted"
						.formatted(variables, content));
		}
	}

}
