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
		this.policy = CatalogueReader.read(first, environment::resolvePlaceholders);
		Gauge.builder("hilum.catalogue.refused", () -> this.refused ? 1 : 0)
			.description("1 while the newest catalogue is refused and an older one is in force")
			.register(meters);
	}

	@Override
	public AccessPolicy current() {
		return this.policy;
	}

	@Override
	public void take(byte[] content) {
		try {
			this.policy = CatalogueReader.read(content, this.environment::resolvePlaceholders);
			this.refused = false;
			logger.info("Catalogue {} is in force", this.policy.version());
		}
		catch (RuntimeException ex) {
			this.refused = true;
			logger.error("The catalogue is not taken over, {} stays: {}", this.policy.version(), ex.getMessage());
		}
	}

}
