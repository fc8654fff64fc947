package io.hilum.phi.review;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Another process that has a file locked: locks of one process do not count against
 * itself, so it takes a real one.
 */
final class OtherReplica implements AutoCloseable {

	private final Process process;

	private OtherReplica(Process process) {
		this.process = process;
	}

	/**
	 * Start one and wait until it has the file.
	 * @param file the file
	 * @return the process
	 * @throws IOException if it does not start
	 */
	static OtherReplica holding(Path file) throws IOException {
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp",
				System.getProperty("java.class.path"), OtherReplica.class.getName(), file.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		if (process.getInputStream().read() != 'h') {
			process.destroyForcibly();
			throw new IllegalStateException("the other process did not get the lock");
		}
		return new OtherReplica(process);
	}

	/**
	 * End it, which frees the file.
	 * @throws InterruptedException if this thread is interrupted
	 */
	void letGo() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	/**
	 * Hold a file until the end of the input, or of the process.
	 * @param arguments the path of the file
	 * @throws IOException if it cannot be locked
	 */
	public static void main(String[] arguments) throws IOException {
		try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE)) {
			channel.lock();
			System.out.write('h');
			System.out.flush();
			if (System.in.read() >= 0) {
				throw new IllegalStateException("nothing is said to this process");
			}
		}
	}

}
