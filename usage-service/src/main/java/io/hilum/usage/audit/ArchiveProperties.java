package io.hilum.usage.audit;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where evidence is archived.
 *
 * @param kind what keeps it
 * @param prefix the folder within a bucket or a container, such as {@code hilum/audit}
 * @param lock what the storage is told of how long parts must stay
 * @param timeout how long one call of the storage may take, its retries included
 * @param threads how many calls are made at once
 * @param queue how many more may wait
 * @param s3 a bucket
 * @param azure a container of Azure Blob Storage
 */
@ConfigurationProperties("hilum.audit.archive")
public record ArchiveProperties(@DefaultValue("folder") Kind kind, @DefaultValue("") String prefix,
		@DefaultValue Lock lock, @DefaultValue("30s") Duration timeout, @DefaultValue("4") int threads,
		@DefaultValue("1000") int queue, @DefaultValue S3 s3, @DefaultValue Azure azure) {

	public ArchiveProperties {
		if (threads < 1 || queue < 1 || timeout.toMillis() < 1) {
			throw new IllegalArgumentException("hilum.audit.archive: threads, queue and timeout must be positive");
		}
		if (!prefix.isEmpty() && !prefix.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*")) {
			throw new IllegalArgumentException("hilum.audit.archive.prefix is no path");
		}
	}

	/**
	 * What keeps evidence.
	 */
	public enum Kind {

		/** {@code hilum.audit.directory}. */
		FOLDER,

		/** A bucket of Amazon S3 or of what speaks like it. */
		S3,

		/** A container of Azure Blob Storage. */
		AZURE_BLOB

	}

	/**
	 * What the storage is told of how long a part must stay: until the retention of the
	 * audit is over. The manifest and the expiry are replaced and are never locked.
	 *
	 * @param mode who may shorten it
	 * @param legalHold whether parts are held besides, until somebody lifts it at the
	 * storage
	 */
	public record Lock(@DefaultValue("none") Mode mode, @DefaultValue("false") boolean legalHold) {

		/**
		 * Who may shorten it.
		 */
		public enum Mode {

			/** The storage is told nothing; its own defaults apply. */
			NONE,

			/**
			 * Whoever has a right of its own: S3's governance, Azure's unlocked policy.
			 */
			GOVERNANCE,

			/** Nobody: S3's compliance, Azure's locked policy. */
			COMPLIANCE

		}

	}

	/**
	 * A bucket. Who asks is found as AWS's chain finds it: environment, web identity of a
	 * service account, container, instance.
	 *
	 * @param bucket its name
	 * @param region its region
	 * @param endpoint where it is, if not at AWS
	 * @param pathStyle whether its name is in the path and not in the host
	 */
	public record S3(@DefaultValue("") String bucket, @DefaultValue("us-east-1") String region, @Nullable URI endpoint,
			@DefaultValue("false") boolean pathStyle) {

	}

	/**
	 * A container. Without a connection string who asks is the workload identity of the
	 * service account.
	 *
	 * @param container its address, such as
	 * {@code https://account.blob.core.windows.net/audit}
	 * @param connectionString with a key of the account, where there is no workload
	 * identity
	 */
	public record Azure(@DefaultValue("") String container, @DefaultValue("") String connectionString) {

		@Override
		public String toString() {
			return "Azure[container=" + this.container + "]";
		}

	}

}
