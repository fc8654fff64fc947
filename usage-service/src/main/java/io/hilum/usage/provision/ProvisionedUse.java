package io.hilum.usage.provision;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a deployment cost by the hour in some time, and who used it in it.
 *
 * @param deployment the deployment
 * @param hours how many hours
 * @param costNanoUsd what they cost
 * @param tokens what teams used, of all kinds
 */
public record ProvisionedUse(String deployment, long hours, long costNanoUsd, SortedMap<String, Long> tokens) {

	/**
	 * Who is charged for what nobody used.
	 */
	public static final String UNUSED = "(unused)";

	public ProvisionedUse {
		tokens = new TreeMap<>(tokens);
	}

	/**
	 * The cost by team: by their tokens, all of it to the nano-dollar.
	 * @return what each team that used something is charged
	 */
	public SortedMap<String, Long> byTeam() {
		SortedMap<String, Long> shares = Shares.of(this.costNanoUsd, this.tokens);
		return shares.isEmpty() ? new TreeMap<>(Map.of(UNUSED, this.costNanoUsd)) : shares;
	}

}
