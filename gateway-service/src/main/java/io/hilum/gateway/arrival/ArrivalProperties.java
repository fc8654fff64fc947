package io.hilum.gateway.arrival;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is believed of the way a request took.
 *
 * @param trustedProxies ranges of proxies (CIDR) whose {@code X-Forwarded-For} tells the
 * client's address; nothing else of theirs is believed
 */
@ConfigurationProperties("hilum.edge")
public record ArrivalProperties(@DefaultValue List<String> trustedProxies) {

	List<Network> proxies() {
		return this.trustedProxies.stream().map(Network::parse).toList();
	}

}
