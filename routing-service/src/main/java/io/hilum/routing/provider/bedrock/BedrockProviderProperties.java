package io.hilum.routing.provider.bedrock;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of logging in to Bedrock by the credentials of the environment.
 *
 * @param credentialsTimeout how long getting credentials may take
 * @param credentialsKept how long credentials are used before AWS's chain is asked again,
 * which then mostly answers from its own memory
 * @param credentialsMargin how long before their end credentials are asked for anew
 * @param credentialsPause how long after a failure the chain may be asked again
 */
@ConfigurationProperties("hilum.provider.bedrock")
record BedrockProviderProperties(@DefaultValue("10s") Duration credentialsTimeout,
		@DefaultValue("1m") Duration credentialsKept, @DefaultValue("1m") Duration credentialsMargin,
		@DefaultValue("2s") Duration credentialsPause) {

}
