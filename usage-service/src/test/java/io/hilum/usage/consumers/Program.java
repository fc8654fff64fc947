package io.hilum.usage.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that was run to its end.
 *
 * @param status how it ended
 * @param output what it wrote
 * @param errors what it complained of
 */
record Program(int status, String output, String errors) {

	private static final long PATIENCE_MINUTES = 5;

	/**
	 * Where contracts for analysts are.
	 */
	static final Path CONSUMERS = Path.of("..", "contracts", "consumers").toAbsolutePath().normalize();

	static Program run(Path home, Map<String, String> environment, List<String> command)
			throws IOException, InterruptedException {
		Path output = Files.createTempFile(home, "output", ".txt");
		Path errors = Files.createTempFile(home, "errors", ".txt");
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile())
			.redirectError(errors.toFile());
		builder.environment().putAll(environment);
		Process process = builder.start();
		if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
			throw new AssertionError(command + " does not end:\n" + Files.readString(errors));
		}
		return new Program(process.exitValue(), Files.readString(output), Files.readString(errors));
	}

}
