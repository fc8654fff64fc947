package io.hilum.gateway.edge;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who administers.
 *
 * @param roles the roles that may look at the catalogue as it runs and try requests out
 */
@ConfigurationProperties("hilum.administration")
public record AdministrationProperties(@DefaultValue("Admin") List<String> roles) {

	public AdministrationProperties {
		roles = List.copyOf(roles);
	}

}
