package io.hilum.quickstart.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that only their owner reads (mode 0600), from their first byte on.
 */
public final class PrivateFile {

	private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

	private PrivateFile() {
	}

	/**
	 * Write a file; readers see the old content or the new, never a part.
	 * @param file the file
	 * @param content its text
	 */
	public static void write(Path file, String content) {
		try {
			Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
			Path written = Files.createTempFile(folder, file.getFileName().toString(), ".new", OWNER_ONLY);
			Files.writeString(written, content);
			Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + file, ex);
		}
	}

}
