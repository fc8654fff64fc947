package io.hilum.agents.record;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may have agents file drafts in the record.
 *
 * @param roles callers of these; none by default, so that nothing is filed
 */
@ConfigurationProperties("hilum.record.filing")
record FilingProperties(@DefaultValue Set<String> roles) {

	FilingProperties {
		roles = Set.copyOf(roles);
	}

}
