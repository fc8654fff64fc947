package io.hilum.routing.provider.azure;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who this workload is at Entra ID. On AKS the webhook of workload identity sets all of
 * it.
 *
 * @param clientId the id of the managed identity
 * @param tenantId the tenant
 * @param tokenFile the file with the token of the service account
 * @param authority where Entra ID is
 * @param scope what a token is asked for
 */
@ConfigurationProperties("hilum.azure")
record WorkloadIdentityProperties(@DefaultValue("") String clientId, @DefaultValue("") String tenantId,
		@DefaultValue("") String tokenFile, @DefaultValue("https://login.microsoftonline.com/") URI authority,
		@DefaultValue("https://cognitiveservices.azure.com/.default") String scope) {

}
