package io.hilum.gateway.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Microsoft Graph is asked for the groups of somebody who is in more than fit into a
 * token. It needs the application permission {@code GroupMember.Read.All} and, for users,
 * {@code User.Read.All}.
 *
 * @param url where Graph is
 * @param tokenUri where a token for Graph is had, such as
 * {@code https://login.microsoftonline.com/TENANT/oauth2/v2.0/token}
 * @param clientId the application that asks
 * @param clientSecret its secret
 * @param federatedTokenFile in place of a secret the file with the token of its workload
 * identity (AZURE_FEDERATED_TOKEN_FILE)
 * @param timeout how long an answer may take
 * @param tokenMargin how long before its end a token for Graph is had anew
 */
public record GraphAccess(@DefaultValue("https://graph.microsoft.com/v1.0") URI url, URI tokenUri, String clientId,
		@Nullable String clientSecret, @Nullable Path federatedTokenFile, @DefaultValue("3s") Duration timeout,
		@DefaultValue("1m") Duration tokenMargin) {

	public GraphAccess {
		if (tokenUri == null || clientId == null || clientId.isBlank()) {
			throw new IllegalArgumentException("the graph of an issuer needs 'token-uri' and 'client-id'");
		}
		if ((clientSecret == null) == (federatedTokenFile == null)) {
			throw new IllegalArgumentException(
					"the graph of an issuer needs either 'client-secret' or 'federated-token-file'");
		}
	}

	@Override
	public String toString() {
		return "GraphAccess[" + this.url + "]";
	}

}
