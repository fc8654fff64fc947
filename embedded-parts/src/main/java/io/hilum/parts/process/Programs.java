package io.hilum.parts.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * What this machine has to run things with.
 */
public final class Programs {

	private Programs() {
	}

	/**
	 * Whether a program can be called by its name.
	 * @param name the program
	 * @return whether some folder of PATH has it
	 */
	public static boolean onPath(String name) {
		String path = System.getenv().getOrDefault("PATH", "");
		return Arrays.stream(path.split(File.pathSeparator))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, name)));
	}

	/**
	 * The JVM we run on.
	 * @return its {@code java} program
	 */
	public static Path java() {
		return Path.of(System.getProperty("java.home"), "bin", "java");
	}

	public static boolean isRoot() {
		return "root".equals(System.getProperty("user.name"));
	}

	/**
	 * The kind of machine, as archives of binaries are named after it.
	 * @return for example {@code linux-x86_64} or {@code darwin-arm_64}
	 */
	public static String platform() {
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
		String machine = switch (System.getProperty("os.arch")) {
			case "amd64", "x86_64" -> "x86_64";
			case "aarch64" -> "arm_64";
			case String other -> other;
		};
		return system + "-" + machine;
	}

}
