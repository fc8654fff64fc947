package io.hilum.usage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

/**
 * CPU time that this process and a database server have used so far.
 *
 * @param process of this process
 * @param database of all processes of the database server, zero where there is no
 * {@code /proc}
 */
public record CpuTime(Duration process, Duration database) {

	private static final Path PROC = Path.of("/proc");

	// USER_HZ is 100 on every Linux that a JVM runs on.
	private static final long MILLIS_PER_TICK = 10;

	/**
	 * Look at the clocks.
	 * @param database any database of the server
	 * @return what was used so far
	 */
	public static CpuTime now(TestDatabase database) {
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		return new CpuTime(Duration.ofNanos(system.getProcessCpuTime()), ofServer(database));
	}

	/**
	 * What was used since.
	 * @param earlier an earlier look
	 * @return the difference
	 */
	public CpuTime since(CpuTime earlier) {
		return new CpuTime(this.process.minus(earlier.process), this.database.minus(earlier.database));
	}

	private static Duration ofServer(TestDatabase database) {
		// A process that lives as long as the server.
		long checkpointer = database.number("SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'");
		List<String> backend = stat(PROC.resolve(Long.toString(checkpointer)));
		if (backend.isEmpty()) {
			return Duration.ZERO;
		}
		String server = backend.get(1);
		try (Stream<Path> processes = Files.list(PROC)) {
			long ticks = processes.filter((process) -> process.getFileName().toString().matches("[0-9]+"))
				.map((process) -> process.getFileName().toString().equals(server) ? ticks(stat(process), 11, 15)
						: ofChild(stat(process), server))
				.mapToLong(Long::longValue)
				.sum();
			return Duration.ofMillis(ticks * MILLIS_PER_TICK);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long ofChild(List<String> stat, String server) {
		return (!stat.isEmpty() && stat.get(1).equals(server)) ? ticks(stat, 11, 13) : 0;
	}

	private static long ticks(List<String> stat, int from, int to) {
		return stat.isEmpty() ? 0 : stat.subList(from, to).stream().mapToLong(Long::parseLong).sum();
	}

	/**
	 * The fields of a process behind its name, from its state on (proc(5)).
	 */
	private static List<String> stat(Path process) {
		try {
			String stat = Files.readString(process.resolve("stat"));
			return List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
		}
		catch (IOException ex) {
			return List.of();
		}
	}

}
