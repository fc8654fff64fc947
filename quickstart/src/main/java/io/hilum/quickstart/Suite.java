package io.hilum.quickstart;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

import io.hilum.parts.Part;
import io.hilum.parts.PartException;
import io.hilum.quickstart.access.AccessFile;
import io.hilum.quickstart.catalogue.CatalogueFile;
import io.hilum.quickstart.machine.MachineCheck;
import io.hilum.quickstart.machine.NotReadyException;
import io.hilum.quickstart.machine.Port;
import io.hilum.quickstart.machine.Settings;
import io.hilum.quickstart.part.Infrastructure;
import io.hilum.quickstart.record.RecordServer;
import io.hilum.quickstart.secret.Secrets;
import io.hilum.quickstart.secret.SecretsFile;
import io.hilum.quickstart.service.Service;
import io.hilum.quickstart.service.ServiceStart;
import io.hilum.quickstart.service.Wiring;
import io.hilum.quickstart.terminal.Terminal;
import io.hilum.quickstart.terminal.Welcome;
import io.hilum.quickstart.training.Training;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * All parts and services, started as early as each one's needs allow and stopped in the
 * opposite order.
 */
final class Suite {

	private static final Logger logger = LoggerFactory.getLogger(Suite.class);

	private static final Duration TO_STOP_SERVICES = Duration.ofSeconds(30);

	private static final Duration TO_STOP_PARTS = Duration.ofSeconds(20);

	/** Where Vite serves the page while somebody works on it. */
	private static final String DEVELOPMENT = "http://localhost:5173";

	private final Settings settings;

	private final Terminal terminal;

	private final Secrets secrets;

	private final Infrastructure infrastructure;

	private final RecordServer records;

	private final Wiring wiring;

	private final AccessFile accessFile;

	private final Executor threads = (task) -> Thread.ofPlatform().daemon().name("hilum-start").start(task);

	private final Map<Port, CompletableFuture<Void>> started = new EnumMap<>(Port.class);

	private final ConcurrentLinkedQueue<ConfigurableApplicationContext> contexts = new ConcurrentLinkedQueue<>();

	private Suite(Settings settings, Terminal terminal, Secrets secrets) {
		this.settings = settings;
		this.terminal = terminal;
		this.secrets = secrets;
		this.infrastructure = Infrastructure.of(settings, secrets);
		URI issuer = this.infrastructure.keycloak().issuer();
		this.records = new RecordServer(settings.port(Port.FHIR), settings.url(Port.FHIR), issuer,
				Set.of(settings.url(Port.GATEWAY), DEVELOPMENT));
		this.wiring = new Wiring(settings, secrets, CatalogueFile.of(settings), issuer, this.records.base());
		this.accessFile = new AccessFile(settings.home());
	}

	static Suite create(Settings settings, Terminal terminal) {
		return new Suite(settings, terminal, new SecretsFile(settings.home()).readOrDraw());
	}

	void start() {
		long begin = System.nanoTime();
		this.accessFile.delete();
		this.infrastructure.killLeftovers();
		new MachineCheck().run(this.settings);
		this.terminal.say("Hilum starts; this takes up to a minute the first time");
		startPart(Port.POSTGRES, this.infrastructure.postgres());
		startPart(Port.REDIS, this.infrastructure.redis());
		startPart(Port.KAFKA, this.infrastructure.kafka());
		startPart(Port.KEYCLOAK, this.infrastructure.keycloak());
		if (this.settings.hasOwnRecords()) {
			startPart(Port.FHIR, this.records);
		}
		Service.ALL.forEach(this::startService);
		awaitAll();
		this.terminal.ready("ready", since(begin), "");
		this.terminal
			.say(new Welcome(this.settings, this.secrets, this.infrastructure.keycloak().tokenEndpoint()).text());
		this.accessFile.write(this.settings, this.secrets, this.infrastructure.keycloak().tokenEndpoint());
	}

	/** As the first of those who have a key, of the model that is always there. */
	Training training() {
		return new Training(this.settings.url(Port.GATEWAY), this.secrets.keys().values().iterator().next().text());
	}

	void stop() {
		if (this.started.isEmpty()) {
			return;
		}
		this.accessFile.delete();
		this.terminal.say("Hilum stops");
		together(this.contexts, ConfigurableApplicationContext::close, TO_STOP_SERVICES);
		together(this.infrastructure.all(), Part::stop, TO_STOP_PARTS);
		this.records.stop();
		this.terminal.say("Hilum has stopped");
	}

	private void startPart(Port port, Part part) {
		this.started.put(port, CompletableFuture.runAsync(() -> timed(port, part::start), this.threads));
	}

	private void startService(Service service) {
		CompletableFuture<?>[] needs = service.needs()
			.stream()
			.map(this.started::get)
			.toArray(CompletableFuture[]::new);
		this.started.put(service.port(), CompletableFuture.allOf(needs).thenRunAsync(() -> timed(service.port(), () -> {
			Thread.currentThread().setName(service.name());
			this.contexts.add(ServiceStart.start(service, this.wiring.of(service.port())));
			ServiceStart.awaitReady(service, this.settings.port(service.port()));
		}), this.threads));
	}

	private void timed(Port port, Runnable start) {
		long begin = System.nanoTime();
		try {
			start.run();
		}
		catch (RuntimeException ex) {
			throw (ex instanceof PartException) ? ex
					: new PartException(port.owner() + " cannot start: " + reason(ex), ex);
		}
		this.terminal.ready(port.owner(), since(begin), "port " + this.settings.port(port));
	}

	private void awaitAll() {
		CompletableFuture<?>[] starts = this.started.values().toArray(CompletableFuture[]::new);
		CompletableFuture<Void> never = new CompletableFuture<>();
		CompletableFuture<?>[] failures = Arrays.stream(starts)
			.map((start) -> start.thenCompose((nothing) -> never))
			.toArray(CompletableFuture[]::new);
		try {
			CompletableFuture.anyOf(CompletableFuture.allOf(starts), CompletableFuture.anyOf(failures)).join();
		}
		catch (CompletionException ex) {
			logger.error("The quick start cannot start", ex);
			throw new NotReadyException(reason(ex) + "\nMore in " + this.settings.home().resolve("log"));
		}
	}

	private static String reason(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null && !(root instanceof PartException)) {
			root = root.getCause();
		}
		return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
	}

	private static Duration since(long begin) {
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	private static <T> void together(Iterable<T> things, Consumer<T> action, Duration atMost) {
		List<CompletableFuture<Void>> actions = StreamSupport.stream(things.spliterator(), false)
			.map((thing) -> CompletableFuture.runAsync(() -> action.accept(thing),
					(task) -> Thread.ofPlatform().daemon().start(task)))
			.toList();
		CompletableFuture.allOf(actions.toArray(CompletableFuture[]::new))
			.completeOnTimeout(null, atMost.toSeconds(), TimeUnit.SECONDS)
			.exceptionally((failure) -> {
				logger.warn("Not everything stopped in order", failure);
				return null;
			})
			.join();
	}

}
