package io.hilum.agents.remote;

import io.hilum.agents.pseudonym.Pseudonyms;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Offers the tools of the servers that are configured.
 */
@Configuration(proxyBeanMethods = false)
class RemoteConfiguration {

	@Bean
	RemoteTools remoteTools(RemoteProperties properties, ToolServers servers, Pseudonyms pseudonyms) {
		return RemoteTools.of(properties, servers, pseudonyms);
	}

}
