package io.hilum.usage.provision;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * One hour of a deployment, as {@code provisioned-hour-v1.schema.json} has it.
 *
 * @param deployment the deployment, as the ledger names it
 * @param hour when it began
 * @param provider its provider
 * @param region its region
 * @param model its model, as the catalogue names it
 * @param units how many units were paid for
 * @param nanoUsdPerUnitHour what one costs for an hour
 * @param costNanoUsd what all cost
 * @param catalogueVersion the catalogue that says so
 */
public record ProvisionedHour(String deployment, Instant hour, String provider, @Nullable String region, String model,
		int units, long nanoUsdPerUnitHour, long costNanoUsd, String catalogueVersion) {

	private static final int MAX_LENGTH = 512;

	public ProvisionedHour {
		for (String name : new String[] { deployment, provider, model, catalogueVersion }) {
			if (name.isEmpty() || name.length() > MAX_LENGTH) {
				throw new IllegalArgumentException("expected a text of 1 to " + MAX_LENGTH + " characters");
			}
		}
		if (!hour.equals(hour.truncatedTo(ChronoUnit.HOURS)) || units < 1 || nanoUsdPerUnitHour < 0
				|| costNanoUsd != Math.multiplyExact(units, nanoUsdPerUnitHour)) {
			throw new IllegalArgumentException("expected a full hour that costs its units times their price");
		}
	}

}
