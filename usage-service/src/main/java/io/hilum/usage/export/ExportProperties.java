package io.hilum.usage.export;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the ledger is exported.
 *
 * @param pageSize how many entries are in memory at once
 * @param maxDays how many days an export may span
 * @param stallTimeout how long a client may take nothing of what waits for it
 * @param parquet how files of Parquet are made
 */
@ConfigurationProperties("hilum.export")
public record ExportProperties(@DefaultValue("2000") int pageSize, @DefaultValue("400") int maxDays,
		@DefaultValue("60s") Duration stallTimeout, @DefaultValue Parquet parquet) {

	public ExportProperties {
		if (pageSize < 1 || maxDays < 1 || !stallTimeout.isPositive()) {
			throw new IllegalArgumentException("hilum.export: sizes and times must be positive");
		}
	}

	/**
	 * How files of Parquet are made.
	 *
	 * @param rowGroupSize how much of a file is in memory before it is sent; a file has
	 * as many groups as it needs
	 * @param maxExports how many are made at once; more are refused
	 * @param threads how many threads make them
	 */
	public record Parquet(@DefaultValue("8MB") DataSize rowGroupSize, @DefaultValue("4") int maxExports,
			@DefaultValue("2") int threads) {

		private static final DataSize LEAST = DataSize.ofKilobytes(64);

		public Parquet {
			if (rowGroupSize.compareTo(LEAST) < 0 || maxExports < 1 || threads < 1) {
				throw new IllegalArgumentException(
						"hilum.export.parquet: a row group has 64KB at least, and counts must be positive");
			}
		}

	}

}
