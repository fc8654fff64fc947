package io.hilum.usage.provision.kafka;

import java.util.Objects;

import io.hilum.usage.inbox.Subscription;
import io.hilum.usage.provision.ProvisionedHour;
import io.hilum.usage.provision.ProvisionedHours;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Hours that were paid for are recorded.
 */
@Configuration(proxyBeanMethods = false)
class ProvisionIntakeConfiguration {

	@Bean
	Subscription<ProvisionedHour> provisionedHourEvents(JsonMapper json, ProvisionedHours hours) {
		return new Subscription<>("hilum.provisioned.v1", "usage-service-provisioned",
				(value) -> Objects.requireNonNull(json.readValue(value, ProvisionedHour.class)), hours::append);
	}

}
