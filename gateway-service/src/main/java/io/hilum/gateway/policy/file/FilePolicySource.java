package io.hilum.gateway.policy.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.hilum.gateway.policy.AccessPolicy;
import io.hilum.gateway.policy.PolicyIntake;
import io.hilum.gateway.policy.PolicySource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Keeps the policy of the catalogue file and follows its changes. A changed file that
 * cannot be read is refused with its reason, and the policy before it stays. It compares
 * content, since a ConfigMap is changed by moving a link.
 */
@Component
class FilePolicySource implements PolicySource, PolicyIntake, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(FilePolicySource.class);

	private final CatalogueProperties properties;

	private final Environment environment;

	private byte[] content;

	private volatile AccessPolicy policy;

	private volatile @Nullable Disposable watch;

	private volatile boolean refused;

	private boolean followed;

	private boolean readable = true;

	FilePolicySource(CatalogueProperties properties, Environment environment, MeterRegistry meters) {
		this.properties = properties;
		this.environment = environment;
		this.content = load(properties.file());
		this.policy = CatalogueReader.read(this.content, environment::resolvePlaceholders);
		Gauge.builder("hilum.catalogue.refused", () -> this.refused ? 1 : 0)
			.description("1 while the newest catalogue is refused and an older one is in force")
			.register(meters);
	}

	@Override
	public AccessPolicy current() {
		return this.policy;
	}

	@Override
	public synchronized void follow(byte[] found) {
		this.followed = true;
		take(found);
	}

	synchronized void reload() {
		if (this.followed) {
			return;
		}
		try {
			take(load(this.properties.file()));
			this.readable = true;
		}
		catch (RuntimeException ex) {
			if (this.readable) {
				logger.error("The catalogue cannot be read, {} stays: {}", this.policy.version(), ex.getMessage());
			}
			this.readable = false;
		}
	}

	private void take(byte[] found) {
		if (Arrays.equals(found, this.content)) {
			return;
		}
		this.content = found;
		try {
			this.policy = CatalogueReader.read(found, this.environment::resolvePlaceholders);
			this.refused = false;
			logger.info("Catalogue {} is in force", this.policy.version());
		}
		catch (RuntimeException ex) {
			this.refused = true;
			logger.error("The catalogue is not taken over, {} stays: {}", this.policy.version(), ex.getMessage());
		}
	}

	private byte[] load(Path file) {
		try {
			if (Files.size(file) > this.properties.maxSize().toBytes()) {
				throw new IllegalArgumentException(file + " is larger than " + this.properties.maxSize());
			}
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the catalogue " + file + " cannot be read", ex);
		}
	}

	@Override
	public void start() {
		this.watch = Flux.interval(this.properties.watchInterval(), Schedulers.boundedElastic())
			.onBackpressureDrop()
			.subscribe((tick) -> reload());
	}

	@Override
	public void stop() {
		Disposable running = this.watch;
		if (running != null) {
			running.dispose();
			this.watch = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.watch != null;
	}

}
