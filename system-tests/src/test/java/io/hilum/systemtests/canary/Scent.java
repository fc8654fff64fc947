package io.hilum.systemtests.canary;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Looks for many texts in all their forms in one pass over the bytes. A file that is
 * gzipped is looked into.
 */
public final class Scent {

	private static final int PREFIX = 3;

	private static final int BLOCK = 1 << 20;

	private final List<Pattern> patterns = new ArrayList<>();

	private final boolean[] prefixes = new boolean[1 << (8 * PREFIX)];

	private final int longest;

	public Scent(List<String> canaries) {
		for (String canary : canaries) {
			Forms.of(canary).forEach((form, bytes) -> this.patterns.add(new Pattern(canary, form, bytes)));
		}
		this.patterns.forEach((pattern) -> this.prefixes[prefix(pattern.bytes(), 0)] = true);
		this.longest = this.patterns.stream().mapToInt((pattern) -> pattern.bytes().length).max().orElse(0);
	}

	public Set<Hit> in(String where, String text) {
		return in(where, text.getBytes(StandardCharsets.UTF_8));
	}

	public Set<Hit> in(String where, byte[] bytes) {
		try {
			return in(where, new ByteArrayInputStream(bytes));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Looks into a file; one that is gone by now holds nothing.
	 */
	public Set<Hit> in(Path file) {
		try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
			raw.mark(2);
			boolean gzipped = raw.read() == 0x1f && raw.read() == 0x8b;
			raw.reset();
			return in(file.toString(), gzipped ? new GZIPInputStream(raw) : raw);
		}
		catch (NoSuchFileException ex) {
			return Set.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Set<Hit> in(String where, InputStream stream) throws IOException {
		Set<Hit> hits = new LinkedHashSet<>();
		byte[] window = new byte[BLOCK + this.longest];
		int kept = 0;
		for (int read = stream.readNBytes(window, 0, BLOCK); read > 0; read = stream.readNBytes(window, kept, BLOCK)) {
			int filled = kept + read;
			search(where, window, filled, hits);
			kept = Math.min(this.longest, filled);
			System.arraycopy(window, filled - kept, window, 0, kept);
		}
		return hits;
	}

	private void search(String where, byte[] window, int filled, Set<Hit> hits) {
		for (int at = 0; at + PREFIX <= filled; at++) {
			if (this.prefixes[prefix(window, at)]) {
				for (Pattern pattern : this.patterns) {
					if (pattern.standsAt(window, at, filled)) {
						hits.add(new Hit(where, pattern.canary(), pattern.form()));
					}
				}
			}
		}
	}

	private static int prefix(byte[] bytes, int at) {
		return (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] & 0xff;
	}

	private record Pattern(String canary, String form, byte[] bytes) {

		boolean standsAt(byte[] window, int at, int filled) {
			int end = at + this.bytes.length;
			return end <= filled && Arrays.equals(window, at, end, this.bytes, 0, this.bytes.length);
		}

	}

}
