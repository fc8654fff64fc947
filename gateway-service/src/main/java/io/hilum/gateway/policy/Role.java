package io.hilum.gateway.policy;

import java.net.InetAddress;
import java.util.List;

import io.hilum.gateway.arrival.Network;
import io.hilum.trust.context.Authentication;
import org.jspecify.annotations.Nullable;

/**
 * What a role may do.
 *
 * @param name the name, as tokens and keys carry it
 * @param models the models it may use
 * @param phi what is done to identifiers in its texts
 * @param networks where its people must be; empty = anywhere
 * @param authentication how its people must have signed in
 * @param rights what it may use beside models
 * @param media whether content that cannot be scanned may pass; it makes the text raw
 * @param state whether a provider may keep what is said, to be referred to later
 * @param limits how much its people may ask; {@code null} = as the configuration says
 */
public record Role(String name, List<NamePattern> models, PhiMode phi, List<Network> networks,
		Authentication authentication, Rights rights, boolean media, boolean state, @Nullable Limits limits) {

	/**
	 * A role without conditions.
	 * @param name the name
	 * @param phi what is done to identifiers
	 * @return the role, for all models
	 */
	public static Role unconditional(String name, PhiMode phi) {
		return new Role(name, NamePattern.listOf(List.of("*")), phi, List.of(), Authentication.ANY, Rights.ALL, false,
				false, null);
	}

	/**
	 * Whether somebody at an address may act in this role.
	 * @param address the address
	 * @return {@code true} if it is in one of the networks, or there are none
	 */
	public boolean admits(InetAddress address) {
		return this.networks.isEmpty() || this.networks.stream().anyMatch((network) -> network.contains(address));
	}

	/**
	 * Whether this role may use a model.
	 * @param model the name that the client asks for
	 * @return {@code true} if it may
	 */
	public boolean mayUse(String model) {
		return NamePattern.anyMatches(this.models, model);
	}

}
