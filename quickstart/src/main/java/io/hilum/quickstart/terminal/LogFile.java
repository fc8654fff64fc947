package io.hilum.quickstart.terminal;

import java.nio.file.Path;

/**
 * Sends all logs of this JVM to one file. Called before anything logs, and before any
 * service could set up logging for itself.
 */
public final class LogFile {

	private static final String NAME = "hilum.log";

	private LogFile() {
	}

	/**
	 * Choose the folder.
	 * @param folder where the file and its predecessors are
	 * @return the file
	 */
	public static Path in(Path folder) {
		Path file = folder.resolve(NAME);
		System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
		System.setProperty("logback.configurationFile", "quickstart-logback.xml");
		System.setProperty("hilum.log", file.toString());
		return file;
	}

}
