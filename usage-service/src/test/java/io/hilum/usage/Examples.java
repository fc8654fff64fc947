package io.hilum.usage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The examples of the contracts.
 */
public final class Examples {

	private Examples() {
	}

	/**
	 * Read an example.
	 * @param name its path below {@code contracts/examples}
	 * @return its bytes
	 */
	public static byte[] read(String name) {
		return contract("examples/" + name);
	}

	/**
	 * Read any contract.
	 * @param name its path below {@code contracts}
	 * @return its bytes
	 */
	public static byte[] contract(String name) {
		try (InputStream in = Examples.class.getResourceAsStream("/contracts/" + name)) {
			return Objects.requireNonNull(in, name).readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
