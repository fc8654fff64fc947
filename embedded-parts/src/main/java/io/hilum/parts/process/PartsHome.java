package io.hilum.parts.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where parts live on the disk.
 *
 * @param programs what is unpacked once and shared
 * @param data what belongs to one set of parts
 */
public record PartsHome(Path programs, Path data) {

	private static final Properties VERSIONS = versions();

	/**
	 * The folder of a part's programs, named with their version.
	 * @param part the part's name
	 * @return a folder that may not exist yet
	 */
	public Path programsOf(String part) {
		return this.programs.resolve(part + "-" + VERSIONS.getProperty(part));
	}

	/**
	 * The folder of a part's data, which is made if need be.
	 * @param part the part's name
	 * @return an existing folder
	 */
	public Path dataOf(String part) {
		try {
			return Files.createDirectories(this.data.resolve(part)).toAbsolutePath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot create a folder for " + part, ex);
		}
	}

	private static Properties versions() {
		Properties versions = new Properties();
		try (InputStream content = PartsHome.class.getResourceAsStream("/hilum-parts.properties")) {
			versions.load(content);
			return versions;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the versions of the parts", ex);
		}
	}

}
