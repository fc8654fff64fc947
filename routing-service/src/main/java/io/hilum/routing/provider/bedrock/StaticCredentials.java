package io.hilum.routing.provider.bedrock;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Credentials that stand in the catalogue.
 */
final class StaticCredentials {

	private StaticCredentials() {
	}

	static AwsCredentialsIdentity of(String id, String secret, @Nullable String sessionToken) {
		return (sessionToken != null) ? AwsSessionCredentialsIdentity.create(id, secret, sessionToken)
				: AwsCredentialsIdentity.create(id, secret);
	}

}
