package io.hilum.systemtests.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.hilum.systemtests.client.Gateway;
import io.hilum.systemtests.evidence.Books;
import io.hilum.systemtests.evidence.Keys;
import io.hilum.systemtests.evidence.Topics;
import io.hilum.systemtests.quickstart.Catalogue;
import io.hilum.systemtests.quickstart.FreePorts;
import io.hilum.systemtests.upstream.FakeUpstream;

/**
 * The five services and three parts, each a process of its own in one folder and on free
 * ports, with the scripted upstream as their model. Not thread-safe.
 */
public final class Installation implements AutoCloseable {

	private static final String PASSWORD = "of-this-run-only";

	private final Path home;

	private final FakeUpstream upstream;

	private final RunParts parts;

	private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);

	private Installation(Path home, Map<String, String> ports) {
		this.home = home;
		this.upstream = FakeUpstream.start();
		this.parts = RunParts.of(home, ports, PASSWORD);
		Wiring wiring = new Wiring(home, Catalogue.write(home, this.upstream.url()), ports, PASSWORD);
		for (Service service : Service.values()) {
			URI url = URI.create("http://127.0.0.1:" + ports.get(service.portVariable()));
			this.services.put(service,
					new ServiceProcess(service, home, url, wiring.environment(service), wiring.arguments(service)));
		}
	}

	/**
	 * Starts everything in a folder of its own and waits until all of it serves.
	 */
	public static Installation start() {
		try {
			Path home = Files.createTempDirectory("hilum-crash-");
			Installation installation = new Installation(home, FreePorts.forVariables(variables()));
			installation.parts.start();
			Arrays.stream(Service.values()).forEach((service) -> installation.process(service).start());
			Arrays.stream(Service.values()).forEach((service) -> installation.process(service).awaitReady());
			return installation;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public void kill(Service service) {
		process(service).kill();
	}

	/** Does not wait until it serves. */
	public void begin(Service service) {
		process(service).start();
	}

	public void startAgain(Service service) {
		process(service).start();
		process(service).awaitReady();
	}

	public RunParts parts() {
		return this.parts;
	}

	public FakeUpstream upstream() {
		return this.upstream;
	}

	public Path home() {
		return this.home;
	}

	public URI gateway() {
		return process(Service.GATEWAY).url();
	}

	public Gateway as(Holder holder) {
		return new Gateway(gateway(), holder.key());
	}

	public Books books() {
		return new Books(this.parts.postgres().jdbcUrl(), this.parts.postgres().username(), PASSWORD);
	}

	public Topics topics() {
		return new Topics(this.parts.kafka().bootstrapServers());
	}

	public Keys keys() {
		return new Keys(this.parts.redis().url());
	}

	@Override
	public void close() {
		this.services.values().forEach(ServiceProcess::kill);
		this.parts.kill();
		this.upstream.close();
	}

	/**
	 * Removes the folder; not called where something went wrong, so that it can be looked
	 * at.
	 */
	public void forget() {
		close();
		try (Stream<Path> files = Files.walk(this.home)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ServiceProcess process(Service service) {
		return Objects.requireNonNull(this.services.get(service), "every service has one");
	}

	private static List<String> variables() {
		List<String> variables = new ArrayList<>(
				List.of("HILUM_POSTGRES_PORT", "HILUM_KAFKA_PORT", "HILUM_KAFKA_CONTROLLER_PORT", "HILUM_REDIS_PORT"));
		Arrays.stream(Service.values()).map(Service::portVariable).forEach(variables::add);
		return variables;
	}

}
