package io.hilum.parts.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.hilum.parts.KafkaPart;
import io.hilum.parts.process.ChildProcess;
import io.hilum.parts.process.NativePart;
import io.hilum.parts.process.PartsHome;
import io.hilum.parts.process.Programs;

/**
 * A Kafka broker and its controller in one process, on the loopback interface.
 */
public final class NativeKafka implements KafkaPart, NativePart {

	private static final Duration TO_FORMAT = Duration.ofSeconds(240);

	private static final Duration TO_START = Duration.ofSeconds(300);

	private static final Duration TO_STOP = Duration.ofSeconds(15);

	private static final String CLUSTER_ID = "aGlsdW0taGlsdW0taGlsdQ";

	private final PartsHome home;

	private final KafkaFiles files;

	private final ChildProcess process;

	private final int port;

	public NativeKafka(PartsHome home, int port, int controllerPort) {
		this.home = home;
		this.port = port;
		this.files = new KafkaFiles(home.dataOf("kafka"), port, controllerPort);
		this.process = ChildProcess.yielding("kafka", home.dataOf("kafka"));
	}

	/**
	 * Unpack the programs, unless an earlier run did.
	 * @param home where to
	 */
	public static void prepare(PartsHome home) {
		KafkaJars.unpack(home);
	}

	@Override
	public void start() {
		this.files.write();
		if (!this.files.isFormatted()) {
			ChildProcess format = new ChildProcess("format", this.home.dataOf("kafka"));
			format.start(java("kafka.tools.StorageTool", "format", "--standalone", "--cluster-id", CLUSTER_ID,
					"--config", this.files.server().toString()), Map.of());
			format.awaitSuccess(TO_FORMAT);
		}
		this.process.start(java("kafka.Kafka", this.files.server().toString()), Map.of());
		this.process.awaitOutput("Kafka Server started", TO_START);
	}

	@Override
	public void stop() {
		this.process.stop("TERM", TO_STOP);
	}

	@Override
	public ChildProcess process() {
		return this.process;
	}

	@Override
	public String bootstrapServers() {
		return "127.0.0.1:" + this.port;
	}

	private List<String> java(String mainClass, String... arguments) {
		Path jars = KafkaJars.unpack(this.home);
		List<String> command = new ArrayList<>(List.of(Programs.java().toString(), "-Xmx256m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto", "-Dfile.encoding=UTF-8",
				"-Dlog4j2.configurationFile=" + this.files.logging().toUri(), "-cp", jars + "/*", mainClass));
		command.addAll(List.of(arguments));
		return command;
	}

}
