package io.hilum.gateway.identity;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link IdentityProperties}: without issuer and audience there is no start.
 */
class IdentityPropertiesTests {

	@Test
	void defaults() {
		IdentityProperties properties = bind(Map.of("hilum.identity.issuers[0].issuer", "https://a.example",
				"hilum.identity.issuers[0].audience", "gateway", "hilum.identity.issuers[0].jwks-uri", ""));
		assertThat(properties.maxTokenLength()).isEqualTo(8192);
		assertThat(properties.keySetMinInterval()).hasSeconds(30);
		assertThat(properties.keySetFirstInterval()).hasSeconds(1);
		assertThat(properties.keySetMaxSize()).isEqualTo(DataSize.ofKilobytes(512));
		assertThat(properties.maxActors()).isEqualTo(8);
		assertThat(properties.issuers().getFirst().rolesClaim()).isEqualTo("realm_access.roles");
		assertThat(properties.issuers().getFirst().jwksUri()).isNull();
	}

	@Test
	void needsAnAudience() {
		assertThatThrownBy(() -> bind(Map.of("hilum.identity.issuers[0].issuer", "https://a.example",
				"hilum.identity.issuers[0].audience", "")))
			.hasRootCauseInstanceOf(IllegalArgumentException.class)
			.hasStackTraceContaining("HILUM_OIDC_AUDIENCE");
	}

	@Test
	void needsAnIssuer() {
		assertThatThrownBy(() -> bind(Map.of("hilum.identity.issuers[0].audience", "gateway")))
			.hasStackTraceContaining("HILUM_OIDC_ISSUER");
		assertThatThrownBy(() -> bind(Map.of("hilum.identity.max-token-length", "1")))
			.hasStackTraceContaining("at least one issuer");
	}

	private static IdentityProperties bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("hilum.identity",
				IdentityProperties.class);
	}

}
