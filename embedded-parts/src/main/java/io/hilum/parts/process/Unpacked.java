package io.hilum.parts.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

import io.hilum.parts.PartException;

/**
 * A folder of programs that is filled once and then shared by every run on this machine.
 */
public final class Unpacked {

	private static final Object IN_THIS_JVM = new Object();

	private Unpacked() {
	}

	/**
	 * Fill a folder unless an earlier run did. It appears whole or not at all.
	 * @param folder the folder
	 * @param content writes into the folder it is given
	 * @return the folder
	 */
	public static Path once(Path folder, Content content) {
		synchronized (IN_THIS_JVM) {
			if (Files.isDirectory(folder)) {
				return folder;
			}
			Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
			try {
				Files.createDirectories(folder.getParent());
				try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE,
						StandardOpenOption.WRITE)) {
					channel.lock();
					return fill(folder, content);
				}
			}
			catch (IOException ex) {
				throw new PartException("Cannot unpack to " + folder + ": " + ex.getMessage(), ex);
			}
		}
	}

	/**
	 * Delete a folder and what is in it.
	 * @param folder the folder; may be absent
	 * @throws IOException when something in it cannot be deleted
	 */
	public static void delete(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
	}

	private static Path fill(Path folder, Content content) throws IOException {
		if (!Files.isDirectory(folder)) {
			Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
			delete(partial);
			Files.createDirectories(partial);
			content.writeTo(partial);
			Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
		}
		return folder;
	}

	/**
	 * Writes the files of a folder.
	 */
	@FunctionalInterface
	public interface Content {

		void writeTo(Path folder) throws IOException;

	}

}
