package io.hilum.quickstart.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.jspecify.annotations.Nullable;

/**
 * Keeps a second quick start out of a folder that one already uses. The system releases
 * it with the process.
 */
public final class HomeLock {

	private final FileChannel channel;

	private HomeLock(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Take the folder, which from now on nobody else on this machine can look into.
	 * @param home the folder
	 * @return the lock
	 */
	public static HomeLock take(Path home) {
		try {
			Files.createDirectories(home);
			Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
			FileChannel channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			@Nullable FileLock lock = channel.tryLock();
			if (lock == null) {
				channel.close();
				throw new NotReadyException(
						"Hilum already runs on " + home + ": stop it, or choose another folder with HILUM_HOME");
			}
			return new HomeLock(channel);
		}
		catch (IOException ex) {
			throw new NotReadyException("Cannot use the folder " + home + ": " + ex.getMessage());
		}
	}

	/**
	 * Let others use the folder.
	 */
	public void release() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
