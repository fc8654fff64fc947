package io.hilum.rag.read.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.hilum.rag.document.DocumentFormat;
import io.hilum.rag.read.ReadProperties;

/**
 * How a reader is started: the same Java and class path as this process, little memory,
 * an empty environment, and a folder for temporary files that does not exist.
 */
final class ReaderLaunch {

	private static final String NESTED = "jar:nested:";

	private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

	private final ReadProperties properties;

	ReaderLaunch(ReadProperties properties) {
		this.properties = properties;
	}

	ReaderProcess start(DocumentFormat format) {
		ProcessBuilder builder = new ProcessBuilder(command(format));
		builder.environment().clear();
		builder.redirectError(Redirect.DISCARD);
		try {
			return new ReaderProcess(builder.start(), this.properties);
		}
		catch (IOException ex) {
			throw new IllegalStateException("the process that reads documents does not start", ex);
		}
	}

	private List<String> command(DocumentFormat format) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("-Xmx" + this.properties.memory().toMegabytes() + "m");
		command.addAll(List.of("-Xss512k", "-XX:MaxMetaspaceSize=128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-Xshare:auto", "-Djava.awt.headless=true",
				"-Djava.io.tmpdir=/nonexistent",
				"-Dlog4j2.loggerContextFactory=" + "org.apache.logging.log4j.simple.SimpleLoggerContextFactory"));
		command.addAll(program());
		command.add(format.name());
		command.addAll(List.of(this.properties.limits().toArguments()));
		return command;
	}

	private static List<String> program() {
		String location = ReaderCommand.class.getProtectionDomain().getCodeSource().getLocation().toString();
		String main = ReaderCommand.class.getName();
		if (!location.startsWith(NESTED)) {
			return List.of("-cp", System.getProperty("java.class.path"), main);
		}
		String jar = location.substring(NESTED.length(), location.indexOf("/!"));
		return List.of("-cp", decode(jar), "-Dloader.main=" + main, LAUNCHER);
	}

	private static String decode(String path) {
		return new File(URI.create("file:" + path.replace(" ", "%20"))).getPath();
	}

}
