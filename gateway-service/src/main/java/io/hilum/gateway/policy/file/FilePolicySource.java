package io.hilum.gateway.policy.file;

import io.hilum.catalogue.CatalogueIntake;
import io.hilum.gateway.policy.AccessPolicy;
import io.hilum.gateway.policy.PolicySource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.env.Environment;

/**
 * Keeps the policy of the catalogue. A changed catalogue that cannot be read is refused
 * with its reason, and the policy before it stays.
 */
final class FilePolicySource implements PolicySource, CatalogueIntake {

	private static final Logger logger = LoggerFactory.getLogger(FilePolicySource.class);

	private final Environment environment;

	private volatile AccessPolicy policy;

	private volatile boolean refused;

	FilePolicySource(byte[] first, Environment environment, MeterRegistry meters) {
		this.environment = environment;
		this.policy = read(first);
		Gauge.builder("hilum.catalogue.refused", () -> this.refused ? 1 : 0)
			.description("1 while the newest catalogue is refused and an older one is in force")
			.register(meters);
	}

	/** Agents are offered where somebody runs them. */
	private AccessPolicy read(byte[] content) {
		AccessPolicy read = CatalogueReader.read(content, this.environment::resolvePlaceholders);
		return this.environment.getProperty("hilum.agents.key", "").isBlank() ? read.withoutAgents() : read;
	}

	@Override
	public AccessPolicy current() {
		return this.policy;
	}

	@Override
	public void take(byte[] content) {
		try {
			this.policy = read(content);
			this.refused = false;
			logger.info("Catalogue {} is in force", this.policy.version());
		}
		catch (RuntimeException ex) {
			this.refused = true;
			logger.error("The catalogue is not taken over, {} stays: {}", this.policy.version(), ex.getMessage());
		}
	}

}
