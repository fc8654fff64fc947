package io.hilum.quickstart.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts a service in this JVM as if it had one of its own.
 */
public final class ServiceStart {

	/**
	 * The property that tells a context whose it is.
	 */
	static final String SERVICE = "hilum.quickstart.service";

	private static final Duration TO_BE_READY = Duration.ofSeconds(240);

	/** What a JVM of several services must not share, and what only a laptop may do. */
	private static final Map<String, String> IN_ONE_JVM = Map.of("management.metrics.use-global-registry", "false",
			"server.address", "127.0.0.1", "spring.jmx.enabled", "false", "spring.main.banner-mode", "off",
			"hilum.kafka.create-topics", "true");

	private ServiceStart() {
	}

	/**
	 * Start a service and wait until it listens.
	 * @param service the service
	 * @param properties what it is told, above all that its own configuration says
	 * @return its context, which nobody but the caller closes
	 */
	public static ConfigurableApplicationContext start(Service service, Map<String, String> properties) {
		return service.application()
			.get()
			.registerShutdownHook(false)
			.initializers(SharedEventLoops::register)
			.run(arguments(service, properties));
	}

	/**
	 * Wait until a service says that it is ready for requests.
	 * @param service the service
	 * @param port where it listens
	 */
	public static void awaitReady(Service service, int port) {
		Readiness.await(service.name(), port, TO_BE_READY);
	}

	private static String[] arguments(Service service, Map<String, String> properties) {
		List<String> arguments = new ArrayList<>();
		arguments.add("--" + SERVICE + "=" + service.name());
		IN_ONE_JVM.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		return arguments.toArray(String[]::new);
	}

}
