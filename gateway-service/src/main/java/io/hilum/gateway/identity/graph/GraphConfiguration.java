package io.hilum.gateway.identity.graph;

import java.time.Clock;

import io.hilum.gateway.identity.GraphAccess;
import io.hilum.gateway.identity.GroupSources;
import io.hilum.trust.entra.EntraApplication;
import io.hilum.trust.entra.EntraTokens;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Connects issuers with their Graph.
 */
@Configuration(proxyBeanMethods = false)
class GraphConfiguration {

	@Bean
	GroupSources groupSources(WebClient.Builder webClient, Clock clock) {
		WebClient client = webClient.clone().build();
		return (access) -> source(client, access, clock);
	}

	static GraphGroups source(WebClient client, GraphAccess access, Clock clock) {
		EntraApplication gateway = new EntraApplication(access.tokenUri(), access.clientId(), access.clientSecret(),
				access.federatedTokenFile(), access.url().resolve("/.default").toString(), access.tokenMargin());
		return new GraphGroups(client, access.url(), new EntraTokens(client, gateway, clock), access.timeout());
	}

}
