package io.hilum.parts.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Unpacks archives of programs, links and permissions included.
 */
public final class Tar {

	private static final int EXECUTABLE = 0100;

	private Tar() {
	}

	/**
	 * Unpack an archive.
	 * @param content the archive, not compressed
	 * @param folder where to
	 * @param strip how many leading folders of the archive to leave out
	 * @throws IOException when the archive or the disk is not good for it
	 */
	public static void unpack(InputStream content, Path folder, int strip) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(content)) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path name = Path.of(entry.getName()).normalize();
				if (name.getNameCount() > strip) {
					write(entry, tar, inside(folder, name.subpath(strip, name.getNameCount())));
				}
			}
		}
	}

	private static void write(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(file);
			return;
		}
		Files.createDirectories(file.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(content, file);
		if ((entry.getMode() & EXECUTABLE) != 0 && !file.toFile().setExecutable(true, false)) {
			throw new IOException("Cannot make " + file + " executable");
		}
	}

	private static Path inside(Path folder, Path name) throws IOException {
		Path file = folder.resolve(name).normalize();
		if (!file.startsWith(folder)) {
			throw new IOException("The archive names a file outside itself: " + name);
		}
		return file;
	}

}
