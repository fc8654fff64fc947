package io.hilum.routing.provider.bedrock;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import io.hilum.routing.provider.ProviderFailure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The signatures were computed by AWS's SDK for Python (botocore 1.44.5) for the same
 * calls, with the example keys of AWS's documentation.
 */
class SignedLoginTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

	private static final byte[] BODY = "{\"messages\":[]}".getBytes(StandardCharsets.UTF_8);

	@Test
	void signsAsAwsDoes() {
		Map<String, String> headers = sign(
				"https://bedrock-runtime.us-east-1.amazonaws.com/model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse",
				null, "us-east-1");
		assertThat(headers).containsEntry("Host", "bedrock-runtime.us-east-1.amazonaws.com")
			.containsEntry("X-Amz-Date", "20261122T120000Z")
			.containsEntry("Authorization",
					"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/us-east-1/bedrock/aws4_request, "
							+ "SignedHeaders=host;x-amz-content-sha256;x-amz-date, "
							+ "Signature=4386355e68e48c31c009c5bd9f8404f75895dfd4a901cfce4abd171feaf9a15f");
	}

	@Test
	void signsArnsPortsAndSessionTokens() {
		Map<String, String> headers = sign(
				"http://localhost:8443/model/arn%3Aaws%3Abedrock%3Aeu-central-1%3A123456789012%3Aapplication-inference-profile%2Fabc123/converse-stream",
				"SESSION+TOKEN/=", "eu-central-1");
		assertThat(headers).containsEntry("Host", "localhost:8443")
			.containsEntry("X-Amz-Security-Token", "SESSION+TOKEN/=")
			.containsEntry("Authorization",
					"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/eu-central-1/bedrock/aws4_request, "
							+ "SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token, "
							+ "Signature=dc75b6d8d21328b9f077f36008a61a34091b83f2df2373789cc41f9f9df8d40a");
	}

	@Test
	void failsAsUnreachableWithoutCredentials() {
		BedrockLogin login = new SignedLogin(Mono.error(new IllegalStateException("none")), "us-east-1", CLOCK);
		assertThatExceptionOfType(ProviderFailure.class)
			.isThrownBy(() -> login.headers("https://example.org/", BODY).block(Duration.ofSeconds(60)))
			.satisfies((failure) -> assertThat(failure.kind()).isEqualTo(ProviderFailure.Kind.UNREACHABLE));
	}

	private static Map<String, String> sign(String uri, @Nullable String sessionToken, String region) {
		BedrockLogin login = new SignedLogin(
				Mono.just(
						StaticCredentials.of("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", sessionToken)),
				region, CLOCK);
		return login.headers(uri, BODY).blockOptional(Duration.ofSeconds(60)).orElseThrow();
	}

}
