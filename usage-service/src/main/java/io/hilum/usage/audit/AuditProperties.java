package io.hilum.usage.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;

import io.hilum.usage.audit.chain.Expiry;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How evidence is sealed and archived.
 *
 * @param directory the folder of the archive
 * @param keyFile the private key that signs heads, made if it is not there
 * @param formerKeyFiles the public keys by which heads were signed before, in PEM
 * @param batchSize how many events a head covers at most
 * @param sealInterval how often events are sealed
 * @param recoveryTimeout how long bringing back lost events from the archive may take at
 * start
 * @param retention for how long events are kept; six years at least
 * @param retentionInterval how often is looked for what may go
 * @param maxPage how many events one page of a search may have
 */
@ConfigurationProperties("hilum.audit")
public record AuditProperties(Path directory, Path keyFile, @DefaultValue List<Path> formerKeyFiles,
		@DefaultValue("1000") int batchSize, @DefaultValue("10s") Duration sealInterval,
		@DefaultValue("10m") Duration recoveryTimeout, @DefaultValue("6y") Period retention,
		@DefaultValue("24h") Duration retentionInterval, @DefaultValue("1000") int maxPage) {

	public AuditProperties {
		if (Expiry.dueAt(Instant.EPOCH, retention).isBefore(Expiry.dueAt(Instant.EPOCH, Expiry.LEAST))) {
			throw new IllegalArgumentException(
					"hilum.audit.retention is " + retention + ": evidence is kept for six years at least");
		}
	}

}
