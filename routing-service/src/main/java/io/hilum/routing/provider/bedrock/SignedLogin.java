package io.hilum.routing.provider.bedrock;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

import io.hilum.routing.provider.ProviderFailure;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Signs each call with AWS Signature Version 4, by AWS's own signer. Thread-safe.
 */
final class SignedLogin implements BedrockLogin {

	/** The name in the scope of signatures, which is not that of the host. */
	private static final String SERVICE = "bedrock";

	private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

	private final Mono<AwsCredentialsIdentity> credentials;

	private final String region;

	private final Clock clock;

	SignedLogin(Mono<AwsCredentialsIdentity> credentials, String region, Clock clock) {
		this.credentials = credentials;
		this.region = region;
		this.clock = clock;
	}

	@Override
	public Mono<Map<String, String>> headers(String uri, byte[] body) {
		return this.credentials.onErrorMap((cause) -> ProviderFailure.of(ProviderFailure.Kind.UNREACHABLE))
			.map((identity) -> sign(uri, body, identity));
	}

	private Map<String, String> sign(String uri, byte[] body, AwsCredentialsIdentity identity) {
		SdkHttpRequest request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(URI.create(uri)).build();
		return this.signer
			.sign((call) -> call.identity(identity)
				.request(request)
				.payload(ContentStreamProvider.fromByteArrayUnsafe(body))
				.putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
				.putProperty(AwsV4HttpSigner.REGION_NAME, this.region)
				.putProperty(AwsV4HttpSigner.SIGNING_CLOCK, this.clock))
			.request()
			.headers()
			.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, (header) -> header.getValue().getFirst()));
	}

}
