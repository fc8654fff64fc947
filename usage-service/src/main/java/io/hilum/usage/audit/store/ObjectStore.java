package io.hilum.usage.audit.store;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Objects by name, in a storage that judges conditions (RFC 9110, section 13) when it
 * writes. Calls block. Thread-safe.
 */
public interface ObjectStore {

	/**
	 * Write an object, if the condition holds.
	 * @param name its name
	 * @param content its content
	 * @param replaces the tag of the object that it may replace, or {@code null} if there
	 * must be none
	 * @param keepUntil until when it is not to be altered or deleted, or {@code null} if
	 * it will be replaced
	 * @return its tag, or {@code null} if the condition does not hold
	 */
	@Nullable String put(String name, String content, @Nullable String replaces, @Nullable Instant keepUntil);

	/**
	 * Read an object.
	 * @param name its name
	 * @return the object, or {@code null} if there is none
	 */
	@Nullable StoredObject get(String name);

	/**
	 * Delete an object, if there is one.
	 * @param name its name
	 */
	void delete(String name);

	/**
	 * List objects.
	 * @param prefix what their names begin with
	 * @return their names in no order
	 */
	List<String> list(String prefix);

	/**
	 * An object.
	 *
	 * @param content its content
	 * @param tag what tells it from any other content that it ever had
	 */
	record StoredObject(String content, String tag) {

	}

}
