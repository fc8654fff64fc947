package io.hilum.parts.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that lives as long as this JVM. Folders of JVMs that are gone are cleared,
 * with whatever they left running.
 */
public final class RunFolder {

	private static final String PREFIX = "run-";

	private static final String OWNER = "owner.pid";

	private RunFolder() {
	}

	/**
	 * Make the folder of this JVM.
	 * @param parent where such folders are
	 * @return a new, empty folder
	 */
	public static Path create(Path parent) {
		try {
			Files.createDirectories(parent);
			clearAbandoned(parent);
			Path folder = Files.createTempDirectory(parent, PREFIX);
			new PidFile(folder.resolve(OWNER)).write(ProcessHandle.current());
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot make a folder in " + parent, ex);
		}
	}

	private static void clearAbandoned(Path parent) throws IOException {
		for (Path folder : folders(parent)) {
			Path owner = folder.resolve(OWNER);
			if (Files.exists(owner) && !new PidFile(owner).isAlive()) {
				killAll(folder);
				Unpacked.delete(folder);
			}
		}
	}

	private static void killAll(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder, 2)) {
			files.filter((file) -> file.toString().endsWith(".pid"))
				.forEach((file) -> new PidFile(file).killLeftover());
		}
	}

	private static List<Path> folders(Path parent) throws IOException {
		try (Stream<Path> entries = Files.list(parent)) {
			return entries.filter((entry) -> entry.getFileName().toString().startsWith(PREFIX)).toList();
		}
	}

}
