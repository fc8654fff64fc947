package io.hilum.usage.audit.s3;

import java.time.Clock;

import io.hilum.usage.audit.ArchiveProperties;
import io.hilum.usage.audit.AuditProperties;
import io.hilum.usage.audit.store.StoredArchive;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Archives in a bucket where {@code hilum.audit.archive.kind} is {@code s3}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hilum.audit.archive.kind", havingValue = "s3")
class S3Configuration {

	@Bean
	S3Client archiveClient(ArchiveProperties properties) {
		ArchiveProperties.S3 s3 = properties.s3();
		if (s3.bucket().isEmpty()) {
			throw new IllegalStateException("hilum.audit.archive.s3.bucket is not set");
		}
		S3ClientBuilder client = S3Client.builder();
		if (s3.endpoint() != null) {
			client.endpointOverride(s3.endpoint());
		}
		return client.region(Region.of(s3.region()))
			.forcePathStyle(s3.pathStyle())
			.httpClientBuilder(UrlConnectionHttpClient.builder()
				.connectionTimeout(properties.timeout())
				.socketTimeout(properties.timeout()))
			.overrideConfiguration((calls) -> calls.apiCallTimeout(properties.timeout()))
			.build();
	}

	@Bean
	StoredArchive s3Archive(S3Client client, ArchiveProperties properties, AuditProperties audit, Clock clock) {
		return new StoredArchive(new S3Objects(client, properties), properties, audit.retention(), clock);
	}

}
