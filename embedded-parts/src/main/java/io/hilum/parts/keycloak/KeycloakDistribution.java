package io.hilum.parts.keycloak;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import io.hilum.parts.process.ChildProcess;
import io.hilum.parts.process.PartsHome;
import io.hilum.parts.process.Programs;
import io.hilum.parts.process.Tar;
import io.hilum.parts.process.Unpacked;

/**
 * The archive that Keycloak is published as. Unpacking it and building it for its
 * database takes half a minute and is done once.
 *
 * @param archive a file {@code keycloak-<version>.tar.gz}
 */
public record KeycloakDistribution(Path archive) {

	private static final Duration TO_BUILD = Duration.ofSeconds(900);

	/**
	 * Unpack and build, unless an earlier run did.
	 * @param home where to
	 * @return the folder of the server
	 */
	public Path prepare(PartsHome home) {
		String name = this.archive.getFileName().toString().replace(".tar.gz", "");
		return Unpacked.once(home.programs().resolve(name).toAbsolutePath(), (folder) -> {
			unpack(folder);
			ChildProcess build = new ChildProcess("build", folder);
			build.start(command(folder, "build", "--db=dev-file"), Map.of());
			build.awaitSuccess(TO_BUILD);
		});
	}

	/**
	 * What kc.sh would run. Called without that shell, the server is our child and not a
	 * grandchild that we cannot name.
	 */
	List<String> command(Path folder, String... arguments) {
		List<String> command = new ArrayList<>(List.of(Programs.java().toString(), "-Xms64m", "-Xmx320m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:MaxMetaspaceSize=256m",
				"-Dkc.home.dir=" + folder, "-Djboss.server.config.dir=" + folder.resolve("conf"),
				"-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true",
				"-Dquarkus-log-max-startup-records=10000", "-Duser.language=en", "-Duser.country=US",
				"-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
				"--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
				"--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
				"--enable-native-access=ALL-UNNAMED", "-cp",
				folder.resolve("lib").resolve("quarkus-run.jar").toString(),
				"io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
		command.addAll(List.of(arguments));
		return command;
	}

	private void unpack(Path folder) throws IOException {
		try (InputStream content = new BufferedInputStream(Files.newInputStream(this.archive))) {
			Tar.unpack(new GZIPInputStream(content), folder, 1);
		}
	}

}
