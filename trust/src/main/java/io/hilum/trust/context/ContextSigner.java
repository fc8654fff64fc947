package io.hilum.trust.context;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * Signs contexts for the services that this one calls. Thread-safe.
 */
public final class ContextSigner {

	/**
	 * How long a signed context is believed.
	 */
	public static final Duration LIFE = Duration.ofSeconds(60);

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private final String issuer;

	private final Map<String, ContextKey> keys;

	private final Clock clock;

	/**
	 * Create a signer.
	 * @param issuer the name of this service
	 * @param keys the key shared with each audience, by its name
	 * @param clock the clock by which contexts expire
	 */
	public ContextSigner(String issuer, Map<String, ContextKey> keys, Clock clock) {
		this.issuer = issuer;
		this.keys = Map.copyOf(keys);
		this.clock = clock;
	}

	/**
	 * Sign a context for one service.
	 * @param context the context
	 * @param audience the name of the service that will be called
	 * @return the value of the {@link ServiceContext#HEADER} header
	 */
	public String sign(ServiceContext context, String audience) {
		ContextKey key = this.keys.get(audience);
		if (key == null) {
			throw new IllegalArgumentException(this.issuer + " shares no context key with " + audience);
		}
		long expires = this.clock.instant().plus(LIFE).getEpochSecond();
		byte[] json = JSON.writeValueAsBytes(ContextToken.of(context, this.issuer, audience, expires));
		String content = this.issuer + "." + BASE64.encodeToString(json);
		return content + "." + BASE64.encodeToString(key.sign(content.getBytes(StandardCharsets.US_ASCII)));
	}

}
