package io.hilum.routing.catalogue;

import java.time.LocalDate;
import java.util.Set;

/**
 * A contract under which a provider may receive protected health information, such as a
 * business associate agreement (45 CFR 164.504(e)).
 *
 * @param id the name of the agreement
 * @param covers the ids of the providers that it covers
 * @param expires the last day on which it is valid (UTC)
 */
public record Agreement(String id, Set<String> covers, LocalDate expires) {

	public Agreement {
		covers = Set.copyOf(covers);
	}

	/**
	 * Whether the agreement covers a provider on a day.
	 * @param provider the id of the provider
	 * @param day the day
	 * @return {@code true} if it does
	 */
	public boolean covers(String provider, LocalDate day) {
		return this.covers.contains(provider) && !day.isAfter(this.expires);
	}

}
