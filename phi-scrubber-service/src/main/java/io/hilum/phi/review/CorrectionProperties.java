package io.hilum.phi.review;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.hilum.trust.seal.AesGcm;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where corrections are kept for review, and who may make and read them.
 *
 * @param file the path of the file, sealed under the master secret; blank to take none
 * @param maxSize how large the file may become before corrections are refused
 * @param roles the roles that may correct
 * @param reviewers the roles that may read and empty the file
 * @param lockWait how long to wait for another replica that has the file
 */
@ConfigurationProperties("hilum.corrections")
public record CorrectionProperties(@DefaultValue("") String file, @DefaultValue("16MB") DataSize maxSize,
		@DefaultValue( {
				"Clinician", "Billing", "Developer", "Admin" }) List<String> roles,
		@DefaultValue("Admin") List<String> reviewers, @DefaultValue("2s") Duration lockWait){

	public CorrectionProperties {
		if (maxSize.toBytes() < 1) {
			throw new IllegalArgumentException("hilum.corrections.max-size must be positive");
		}
		if (lockWait.isNegative()) {
			throw new IllegalArgumentException("hilum.corrections.lock-wait must not be negative");
		}
		roles = List.copyOf(roles);
		reviewers = List.copyOf(reviewers);
	}

	/**
	 * Open the file.
	 * @param key what seals it
	 * @return the corrections, nothing if none are taken
	 */
	public Optional<Corrections> open(byte[] key) {
		if (this.file.isBlank()) {
			return Optional.empty();
		}
		Path path = Path.of(this.file).toAbsolutePath();
		return Optional.of(new Corrections(new ReviewFile(path, this.maxSize.toBytes(), new AesGcm(key)),
				new ReviewLock(path, this.lockWait)));
	}

}
