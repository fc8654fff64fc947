package io.hilum.gateway.identity.delegation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import io.hilum.gateway.arrival.Arrival;
import io.hilum.gateway.identity.Caller;
import io.hilum.gateway.policy.Agent;
import io.hilum.gateway.upstream.AgentProperties;
import io.hilum.gateway.upstream.ContextProperties;
import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.SealBrokenException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Gives each run of an agent a delegation, and knows its own again: sealed (AES-256-GCM)
 * with a secret of the gateway's, so that whoever carries one can neither read, change
 * nor make it. Thread-safe.
 */
@Component
public final class Delegations {

	private static final int MAX_LENGTH = 8192;

	private static final byte[] PLACE = "run of an agent".getBytes(StandardCharsets.US_ASCII);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final AesGcm cipher;

	private final AgentProperties properties;

	private final Clock clock;

	Delegations(ContextProperties secrets, AgentProperties properties, Clock clock) {
		this.cipher = new AesGcm(secrets.secret("delegations"));
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Delegate to a run what its caller may.
	 * @param agent the agent
	 * @param arrival the request that begins the run
	 * @param caller its caller
	 * @param roles the roles in which the caller may use the agent
	 * @param conversation within which pseudonyms are stable
	 * @param purpose the purpose of use
	 * @return the delegation, sealed
	 */
	public String seal(Agent agent, Arrival arrival, Caller caller, List<String> roles, String conversation,
			String purpose) {
		long expires = this.clock.instant().plus(this.properties.life()).getEpochSecond();
		Delegation delegation = new Delegation(arrival.requestId(), agent.name(), agent.model(), conversation,
				caller.subject(), roles, caller.team(), caller.application(), caller.keyId(), purpose,
				arrival.network(), caller.assurance(), caller.actors(), expires);
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(this.cipher.seal(JSON.writeValueAsBytes(delegation), PLACE));
	}

	/**
	 * Open a delegation.
	 * @param sealed what somebody presents
	 * @return the delegation, or nothing if it is none of this gateway's or has ended
	 */
	Optional<Delegation> open(String sealed) {
		if (sealed.length() > MAX_LENGTH) {
			return Optional.empty();
		}
		try {
			byte[] content = this.cipher.open(Base64.getUrlDecoder().decode(sealed), PLACE);
			return Optional.of(JSON.readValue(content, Delegation.class))
				.filter((delegation) -> this.clock.instant().getEpochSecond() <= delegation.expires());
		}
		catch (SealBrokenException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
