package io.hilum.systemtests.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The jar that goes into the image of a service, unpacked as there, which halves its
 * start. What was unpacked of the same build is taken again.
 */
final class ExecutableJar {

	private static final Path ROOT = Path.of(System.getProperty("hilum.root"));

	private static final int MINUTES_TO_UNPACK = 5;

	private ExecutableJar() {
	}

	/**
	 * The unpacked jar of a service, which is started with {@code java -jar}.
	 */
	static Path of(Service service) {
		Path jar = built(service);
		Path folder = ROOT.resolve("system-tests").resolve("target").resolve("services").resolve(service.artifact());
		Path done = folder.resolve("of-" + stamp(jar));
		if (!Files.exists(done)) {
			unpack(jar, folder);
			touch(done);
		}
		return folder.resolve("app").resolve(jar.getFileName());
	}

	private static Path built(Service service) {
		try (Stream<Path> files = Files.list(ROOT.resolve(service.artifact()).resolve("target"))) {
			return files.filter((file) -> file.toString().endsWith("-exec.jar"))
				.findAny()
				.orElseThrow(() -> new IllegalStateException(service.artifact() + " is not packaged: mvn package"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(service.artifact() + " is not packaged: mvn package", ex);
		}
	}

	private static void unpack(Path jar, Path folder) {
		try {
			Files.createDirectories(folder);
			Process unpacking = new ProcessBuilder(java(), "-Djarmode=tools", "-jar", jar.toString(), "extract",
					"--force", "--destination", folder.resolve("app").toString())
				.redirectErrorStream(true)
				.redirectOutput(folder.resolve("unpack.log").toFile())
				.start();
			if (!unpacking.waitFor(MINUTES_TO_UNPACK, TimeUnit.MINUTES) || unpacking.exitValue() != 0) {
				throw new IllegalStateException(jar + " cannot be unpacked, see " + folder.resolve("unpack.log"));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/** By the checksums in it, because builds that can be repeated have no times. */
	private static String stamp(Path jar) {
		try (ZipFile content = new ZipFile(jar.toFile())) {
			return Long.toHexString(content.stream()
				.mapToLong((entry) -> 31L * entry.getName().hashCode() + entry.getCrc())
				.reduce(1, (stamp, entry) -> 31 * stamp + entry));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void touch(Path file) {
		try {
			Files.createFile(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
