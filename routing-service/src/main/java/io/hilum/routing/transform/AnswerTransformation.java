package io.hilum.routing.transform;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Takes fields out of answers. A path goes through objects by name, and through arrays by
 * itself: {@code choices.logprobs} is the field of every choice.
 */
public final class AnswerTransformation {

	private static final byte[] DATA = JsonMembers.utf8("data:");

	private AnswerTransformation() {
	}

	/**
	 * Change a whole answer.
	 * @param answer the answer
	 * @param paths the fields to take out
	 * @return the answer without them
	 */
	public static byte[] whole(byte[] answer, Collection<String> paths) {
		byte[] changed = answer;
		for (String path : paths) {
			byte[] without = without(changed, path);
			changed = (without != null) ? without : changed;
		}
		return changed;
	}

	/**
	 * Change events of a stream.
	 * @param events whole events
	 * @param paths the fields to take out
	 * @return the events without them
	 */
	public static byte[] events(byte[] events, Collection<String> paths) {
		if (paths.isEmpty()) {
			return events;
		}
		ByteArrayOutputStream target = new ByteArrayOutputStream(events.length);
		for (int start = 0; start < events.length;) {
			int end = start;
			while (end < events.length && events[end] != '\n') {
				end++;
			}
			line(events, start, end, paths, target);
			if (end < events.length) {
				target.write('\n');
			}
			start = end + 1;
		}
		return target.toByteArray();
	}

	private static void line(byte[] events, int start, int end, Collection<String> paths,
			ByteArrayOutputStream target) {
		int json = start + DATA.length;
		while (json < end && events[json] == ' ') {
			json++;
		}
		boolean data = json < end && events[json] == '{'
				&& Arrays.equals(events, start, start + DATA.length, DATA, 0, DATA.length);
		target.write(events, start, (data ? json : end) - start);
		if (data) {
			target.writeBytes(whole(Arrays.copyOfRange(events, json, end), paths));
		}
	}

	/**
	 * A value without a field.
	 * @return the new value or {@code null} if it has no such field
	 */
	private static byte @Nullable [] without(byte[] value, String path) {
		int begin = 0;
		while (begin < value.length && value[begin] <= ' ') {
			begin++;
		}
		if (begin == value.length || (value[begin] != '{' && value[begin] != '[')) {
			return null;
		}
		return (value[begin] == '[') ? everywhere(value, path) : inObject(value, path);
	}

	private static byte @Nullable [] everywhere(byte[] array, String path) {
		boolean changed = false;
		List<byte[]> elements = JsonMembers.elements(array);
		for (int i = 0; i < elements.size(); i++) {
			byte[] without = without(elements.get(i), path);
			if (without != null) {
				elements.set(i, without);
				changed = true;
			}
		}
		return changed ? JsonMembers.array(elements) : null;
	}

	private static byte @Nullable [] inObject(byte[] object, String path) {
		JsonMembers members = JsonMembers.of(object);
		int dot = path.indexOf('.');
		if (dot < 0) {
			return members.remove(path) ? members.bytes() : null;
		}
		byte[] inner = members.value(path.substring(0, dot));
		byte[] without = (inner != null) ? without(inner, path.substring(dot + 1)) : null;
		if (without == null) {
			return null;
		}
		members.put(path.substring(0, dot), without);
		return members.bytes();
	}

}
