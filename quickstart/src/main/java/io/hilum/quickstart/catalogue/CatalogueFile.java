package io.hilum.quickstart.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.hilum.quickstart.machine.NotReadyException;
import io.hilum.quickstart.machine.Settings;

/**
 * The catalogue in force: the user's own, or ours.
 */
public final class CatalogueFile {

	private static final String VARIABLE = "HILUM_CATALOGUE";

	/** That of routing-service. */
	private static final String BUILT_IN = "/hilum/routing/catalogue.yaml";

	private CatalogueFile() {
	}

	/**
	 * Find the catalogue. Ours is written anew at each start.
	 * @param settings says whether the user has one
	 * @return an existing file
	 */
	public static Path of(Settings settings) {
		Path own = settings.path(VARIABLE).orElse(null);
		if (own == null) {
			return write(settings.home().resolve("catalogue.yaml"));
		}
		if (!Files.isReadable(own)) {
			throw new NotReadyException(VARIABLE + " names " + own + ", which cannot be read");
		}
		return own;
	}

	private static Path write(Path file) {
		try (InputStream content = CatalogueFile.class.getResourceAsStream(BUILT_IN)) {
			if (content == null) {
				throw new IOException("this build carries no catalogue");
			}
			Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + file, ex);
		}
	}

}
