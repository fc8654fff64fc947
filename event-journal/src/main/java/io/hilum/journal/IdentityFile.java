package io.hilum.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The name of a journal, drawn by lot when its directory is first used: whoever opens the
 * directory later is the same owner.
 */
final class IdentityFile {

	private IdentityFile() {
	}

	static String in(Path directory) throws IOException {
		Path file = directory.resolve("identity");
		if (!Files.exists(file) || Files.size(file) == 0) {
			Files.writeString(file, UUID.randomUUID().toString());
		}
		return Files.readString(file);
	}

}
