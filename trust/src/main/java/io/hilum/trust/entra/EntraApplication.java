package io.hilum.trust.entra;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * An application of Entra ID, and what it asks a token for.
 *
 * @param tokenUri where tokens are had, such as
 * {@code https://login.microsoftonline.com/TENANT/oauth2/v2.0/token}
 * @param clientId the application
 * @param clientSecret its secret
 * @param federatedTokenFile in place of a secret the file with the token of its workload
 * identity
 * @param scope what a token is asked for
 * @param margin how long before its end a token is had anew
 */
public record EntraApplication(URI tokenUri, String clientId, @Nullable String clientSecret,
		@Nullable Path federatedTokenFile, String scope, Duration margin) {

	public EntraApplication {
		if (clientId.isBlank() || (clientSecret == null) == (federatedTokenFile == null)) {
			throw new IllegalArgumentException(
					"an application has a client id, and either a secret or the file of a federated token");
		}
	}

	@Override
	public String toString() {
		return "EntraApplication[" + this.clientId + "]";
	}

}
