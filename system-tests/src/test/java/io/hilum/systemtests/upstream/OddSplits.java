package io.hilum.systemtests.upstream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Cuts where it hurts: texts into pieces of one to five code points, bytes into writes
 * that end in the middle of an event or of a letter. The same text is always cut the same
 * way.
 */
final class OddSplits {

	private OddSplits() {
	}

	static List<String> ofText(String text) {
		Random random = new Random(text.hashCode());
		int[] points = text.codePoints().toArray();
		List<String> pieces = new ArrayList<>();
		for (int at = 0; at < points.length;) {
			int length = Math.min(1 + random.nextInt(5), points.length - at);
			pieces.add(new String(points, at, length));
			at += length;
		}
		return pieces;
	}

	static List<byte[]> ofBytes(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		Random random = new Random(text.hashCode());
		List<byte[]> writes = new ArrayList<>();
		for (int at = 0; at < bytes.length;) {
			int end = Math.min(at + 1 + random.nextInt(700), bytes.length);
			writes.add(Arrays.copyOfRange(bytes, at, end));
			at = end;
		}
		return writes;
	}

}
