package io.hilum.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures a running suite against the way without it, in one run, and prints a table.
 */
public final class BenchCommand {

	/** A JVM on one processor is as fast as it gets after some tens of thousands. */
	private static final int WARM_REQUESTS = 50_000;

	private static final int WARM_STREAMS = 3_000;

	private static final Duration WARM_AT_MOST = Duration.ofMinutes(10);

	private static final Duration RUN = Duration.ofSeconds(8);

	private BenchCommand() {
	}

	/**
	 * Measure.
	 * @param args {@code access.json} of the running suite, the process id of the suite,
	 * the base address of the upstream (with {@code /v1}) and that of its paced form, and
	 * the names of the models by which the suite reaches the two
	 */
	public static void main(String[] args) {
		JsonNode access = JsonMapper.shared().readTree(Path.of(args[0]).toFile());
		String gateway = access.path("gateway").asString() + "/v1";
		String key = access.path("keys").path("Clinician").asString();
		ProcessTree suite = new ProcessTree(Long.parseLong(args[1]));
		System.out.println("| measure | direct | Hilum | added |\n| --- | --- | --- | --- |");
		unpaced(new Target("direct", args[2], "none", "bench-model"), new Target("Hilum", gateway, key, args[4]),
				suite);
		paced(new Target("direct", args[3], "none", "bench-model"), new Target("Hilum", gateway, key, args[5]));
		row("memory of the services (MiB)", "", whole(suite.memoryOfRootMiB()), "");
		row("memory with Postgres, Kafka, Redis, Keycloak (MiB)", "", whole(suite.memoryOfAllMiB()), "");
	}

	private static void unpaced(Target direct, Target hilum, ProcessTree suite) {
		new Load(direct, false).closed(16, RUN);
		warm(hilum, false, WARM_REQUESTS);
		warm(hilum, true, WARM_STREAMS);
		cpu("non-stream, 16 connections", new Load(direct, false), new Load(hilum, false), suite);
		latency(new Load(direct, false).open(100, RUN), new Load(hilum, false).open(100, RUN));
		cpu("streams of 200 chunks, 16 connections", new Load(direct, true), new Load(hilum, true), suite);
	}

	private static void warm(Target hilum, boolean streamed, int requests) {
		long deadline = System.nanoTime() + WARM_AT_MOST.toNanos();
		long answered = 0;
		while (answered < requests && System.nanoTime() < deadline) {
			Load load = new Load(hilum, streamed);
			load.closed(16, RUN);
			answered += load.answered();
		}
	}

	private static void cpu(String measure, Load direct, Load hilum, ProcessTree suite) {
		direct.closed(16, RUN);
		Duration rootBefore = suite.cpuOfRoot();
		Duration allBefore = suite.cpuOfAll();
		hilum.closed(16, RUN);
		double root = perRequest(suite.cpuOfRoot().minus(rootBefore), hilum);
		double all = perRequest(suite.cpuOfAll().minus(allBefore), hilum);
		row(measure + ": per second", perSecond(direct), perSecond(hilum), "");
		row(measure + ": CPU of all services per request (ms)", "", millis(root), "");
		row(measure + ": the same with Postgres, Kafka, Redis (ms)", "", millis(all), "");
		row(measure + ": errors", whole(direct.errors()), whole(hilum.errors()), "");
	}

	private static double perRequest(Duration cpu, Load load) {
		return (double) cpu.toMillis() / Math.max(1, load.answered());
	}

	private static void latency(Load direct, Load hilum) {
		for (double percentile : new double[] { 50, 99 }) {
			compare("100 requests/s: p" + Math.round(percentile) + " (ms)", direct.wholeMillis(percentile),
					hilum.wholeMillis(percentile));
		}
		row("100 requests/s: errors", whole(direct.errors()), whole(hilum.errors()), "");
	}

	private static void paced(Target direct, Target hilum) {
		Load without = new Load(direct, true).closed(8, RUN);
		Load with = new Load(hilum, true).closed(8, RUN);
		for (double percentile : new double[] { 50, 99 }) {
			compare("first chunk of 8 paced streams: p" + Math.round(percentile) + " (ms)",
					without.firstChunkMillis(percentile), with.firstChunkMillis(percentile));
		}
		compare("whole paced stream: p50 (ms)", without.wholeMillis(50), with.wholeMillis(50));
	}

	private static void compare(String measure, double direct, double hilum) {
		row(measure, millis(direct), millis(hilum), millis(hilum - direct));
	}

	private static void row(String measure, String direct, String hilum, String added) {
		System.out.println("| " + measure + " | " + direct + " | " + hilum + " | " + added + " |");
	}

	private static String perSecond(Load load) {
		return whole(load.answered() / RUN.toSeconds());
	}

	private static String whole(long value) {
		return Long.toString(value);
	}

	private static String millis(double value) {
		return String.format(Locale.ROOT, "%.2f", value);
	}

}
