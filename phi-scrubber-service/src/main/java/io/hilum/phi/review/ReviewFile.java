package io.hilum.phi.review;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import io.hilum.trust.seal.AesGcm;

/**
 * A file of sealed lines, since each of them may name a patient. It grows up to a bound
 * and is emptied by who has reviewed it. Thread-safe within one process.
 */
final class ReviewFile {

	private static final byte[] PLACE = "hilum-review/v1".getBytes(StandardCharsets.US_ASCII);

	private final Path path;

	private final long maxSize;

	private final AesGcm seal;

	ReviewFile(Path path, long maxSize, AesGcm seal) {
		this.path = path;
		this.maxSize = maxSize;
		this.seal = seal;
	}

	/**
	 * Append entries; they are on disk when this returns. A line that was cut off by a
	 * crash or a full disk is taken away first.
	 * @param entries the entries
	 * @return {@code false} if there is no room for them
	 */
	synchronized boolean append(List<byte[]> entries) {
		StringBuilder lines = new StringBuilder();
		for (byte[] entry : entries) {
			lines.append(Base64.getEncoder().encodeToString(this.seal.seal(entry, PLACE))).append('\n');
		}
		byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
		try (FileChannel channel = FileChannel.open(this.path,
				Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE))) {
			long end = endOfLines(channel);
			if (end + bytes.length > this.maxSize) {
				return false;
			}
			ByteBuffer buffer = ByteBuffer.wrap(bytes);
			channel.truncate(end).position(end);
			while (buffer.hasRemaining()) {
				channel.write(buffer);
			}
			channel.force(true);
			return true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the review file cannot be written", ex);
		}
	}

	private static long endOfLines(FileChannel channel) throws IOException {
		ByteBuffer last = ByteBuffer.allocate(1);
		long end = channel.size();
		while (end > 0 && channel.read(last.clear(), end - 1) == 1 && last.get(0) != '\n') {
			end--;
		}
		return end;
	}

	/**
	 * Read all entries. A line that was cut off by a crash is passed over.
	 * @return the entries in the order in which they came
	 */
	synchronized List<byte[]> read() {
		List<byte[]> entries = new ArrayList<>();
		try {
			String content = Files.exists(this.path) ? Files.readString(this.path, StandardCharsets.US_ASCII) : "";
			int from = 0;
			for (int end = content.indexOf('\n'); end >= 0; end = content.indexOf('\n', from)) {
				entries.add(this.seal.open(Base64.getDecoder().decode(content.substring(from, end)), PLACE));
				from = end + 1;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the review file cannot be read", ex);
		}
		return entries;
	}

	/**
	 * Count all entries without opening them, so that even a file that this key does not
	 * open can be emptied on record.
	 * @return how many there are
	 */
	synchronized int count() {
		try (InputStream content = Files.exists(this.path) ? new BufferedInputStream(Files.newInputStream(this.path))
				: InputStream.nullInputStream()) {
			int lines = 0;
			for (int unit = content.read(); unit >= 0; unit = content.read()) {
				lines += (unit == '\n') ? 1 : 0;
			}
			return lines;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the review file cannot be read", ex);
		}
	}

	/**
	 * Forget all entries.
	 */
	synchronized void clear() {
		try {
			Files.deleteIfExists(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the review file cannot be emptied", ex);
		}
	}

}
