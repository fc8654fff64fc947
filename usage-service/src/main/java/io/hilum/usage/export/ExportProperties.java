package io.hilum.usage.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is exported.
 *
 * @param pageSize how many entries are in memory at once
 * @param maxDays how many days an export may span
 */
@ConfigurationProperties("hilum.export")
public record ExportProperties(@DefaultValue("2000") int pageSize, @DefaultValue("400") int maxDays) {

	public ExportProperties {
		if (pageSize < 1 || maxDays < 1) {
			throw new IllegalArgumentException("hilum.export: sizes must be positive");
		}
	}

}
