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
		try {
			return RedisScript.of(new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8), answer);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
