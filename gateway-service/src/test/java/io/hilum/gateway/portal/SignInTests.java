package io.hilum.gateway.portal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.hilum.gateway.identity.IdentityProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link SignIn} and {@link PortalProperties}.
 */
class SignInTests {

	@ParameterizedTest
	@CsvSource({ "https://sso.example/realms/hilum,https://sso.example/realms/hilum,false,https://sso.example",
			"http://localhost:8180/realms/hilum,http://localhost:8180/realms/hilum,false,http://localhost:8180",
			"https://login.microsoftonline.com/4f1c/v2.0,https://login.microsoftonline.com/4f1c,true,https://login.microsoftonline.com",
			"https://login.microsoftonline.com.evil.example/4f1c,https://login.microsoftonline.com.evil.example/4f1c,false,https://login.microsoftonline.com.evil.example" })
	void isWhereTheFirstIssuerIs(String issuer, String authority, boolean entra, String origin) {
		SignIn signIn = SignIn.of(properties(Map.of()), identity(issuer));
		assertThat(signIn.authority()).isEqualTo(authority);
		assertThat(signIn.entra()).isEqualTo(entra);
		assertThat(signIn.origins()).containsExactly(origin);
	}

	@Test
	void isWhereTheConfigurationSays() {
		SignIn signIn = SignIn.of(
				properties(Map.of("hilum.portal.authority", "https://login.microsoftonline.com/4f1c",
						"hilum.portal.client-id", "0d3e", "hilum.portal.scopes", "openid,api://hilum/use")),
				identity("https://sts.windows.net/4f1c/"));
		assertThat(signIn).isEqualTo(new SignIn("https://login.microsoftonline.com/4f1c", true, "0d3e",
				List.of("openid", "api://hilum/use"), 900, 43200, null));
	}

	@Test
	void saysWhereRecordsAreOpened() {
		SignIn signIn = SignIn.of(
				properties(
						Map.of("hilum.portal.record.url", "https://fhir.example/r4/", "hilum.portal.record.authority",
								"https://auth.example/oauth2", "hilum.portal.record.client-id", "0a1b")),
				identity("https://sso.example/realms/hilum"));
		assertThat(signIn.origins()).containsExactly("https://sso.example", "https://fhir.example",
				"https://auth.example");
		assertThat(new String(signIn.json(), StandardCharsets.UTF_8)).contains(
				"\"record\":{\"url\":\"https://fhir.example/r4\",\"clientId\":\"0a1b\",\"scopes\":[\"launch/patient\","
						+ "\"patient/*.rs\",\"patient/DocumentReference.c\"]}")
			.doesNotContain("auth.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://fhir.example/r4", "http://localhost.evil.example/r4", "https:///r4",
			"fhir.example", "https://a:b@fhir.example/r4" })
	void opensNoRecordWhereTokensCouldBeSeen(String url) {
		assertThatThrownBy(() -> properties(Map.of("hilum.portal.record.url", url))).rootCause()
			.hasMessageContaining("hilum.portal.record.url");
	}

	@Test
	void takesARecordSystemOfThisMachineWithoutTls() {
		assertThat(properties(Map.of("hilum.portal.record.url", "http://localhost:8181/fhir")).record().origins())
			.containsExactly("http://localhost:8181");
	}

	@Test
	void peopleAreSignedOutInGoodTime() {
		assertThat(properties(Map.of("hilum.portal.idle-logoff", "20m")).idleLogoff())
			.isEqualTo(Duration.ofMinutes(20));
		for (String idle : List.of("31m", "0s", "-1s")) {
			assertThatThrownBy(() -> properties(Map.of("hilum.portal.idle-logoff", idle)))
				.hasRootCauseInstanceOf(IllegalArgumentException.class)
				.rootCause()
				.hasMessageContaining("hilum.portal.idle-logoff");
		}
		assertThatThrownBy(() -> properties(Map.of("hilum.portal.max-session", "5m"))).rootCause()
			.hasMessageContaining("hilum.portal.max-session");
	}

	private static PortalProperties properties(Map<String, String> values) {
		return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("hilum.portal",
				PortalProperties.class);
	}

	private static IdentityProperties identity(String issuer) {
		return new Binder(new MapConfigurationPropertySource(Map.of("hilum.identity.issuers[0].issuer", issuer,
				"hilum.identity.issuers[0].audience", "hilum-gateway")))
			.bindOrCreate("hilum.identity", IdentityProperties.class);
	}

}
