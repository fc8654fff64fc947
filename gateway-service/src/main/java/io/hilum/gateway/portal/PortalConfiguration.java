package io.hilum.gateway.portal;

import java.io.IOException;

import io.hilum.gateway.identity.IdentityProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.web.server.WebFilter;

/**
 * Serves the page where the build packed it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "hilum.portal.enabled", matchIfMissing = true)
class PortalConfiguration {

	private static final Logger LOG = LoggerFactory.getLogger(PortalConfiguration.class);

	@Bean
	WebFilter portalFilter(PortalProperties portal, IdentityProperties identity, ResourcePatternResolver resources)
			throws IOException {
		Site site = Site.read(resources);
		if (site.isEmpty()) {
			LOG.info("This was built without the portal, which is not served");
			return (exchange, chain) -> chain.filter(exchange);
		}
		return new PortalFilter(site, SignIn.of(portal, identity));
	}

}
