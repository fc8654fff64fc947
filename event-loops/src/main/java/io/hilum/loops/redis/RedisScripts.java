package io.hilum.loops.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Scripts out of the class path.
 */
public final class RedisScripts {

	private RedisScripts() {
	}

	/**
	 * Read a script once: one that knows its file looks with each call whether it has
	 * changed.
	 * @param <T> what it answers
	 * @param path where it is in the class path
	 * @param answer what it answers
	 * @return the script
	 */
	public static <T> RedisScript<T> read(String path, Class<T> answer) {
		return RedisScript.of(text(path), answer);
	}

	/**
	 * Read a script once that begins with what it shares with others.
	 * @param <T> what it answers
	 * @param shared where its beginning is in the class path
	 * @param path where the rest of it is
	 * @param answer what it answers
	 * @return the script
	 */
	public static <T> RedisScript<T> read(String shared, String path, Class<T> answer) {
		return RedisScript.of(text(shared) + text(path), answer);
	}

	private static String text(String path) {
		try {
			return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
