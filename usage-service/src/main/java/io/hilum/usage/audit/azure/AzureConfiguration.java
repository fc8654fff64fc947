package io.hilum.usage.audit.azure;

import java.time.Clock;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.blob.BlobUrlParts;
import io.hilum.usage.audit.ArchiveProperties;
import io.hilum.usage.audit.AuditProperties;
import io.hilum.usage.audit.store.StoredArchive;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Archives in a container where {@code hilum.audit.archive.kind} is {@code azure-blob}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hilum.audit.archive.kind", havingValue = "azure-blob")
class AzureConfiguration {

	@Bean
	BlobContainerClient archiveContainer(ArchiveProperties properties) {
		ArchiveProperties.Azure azure = properties.azure();
		if (azure.container().isEmpty()) {
			throw new IllegalStateException("hilum.audit.archive.azure.container is not set");
		}
		BlobContainerClientBuilder builder = new BlobContainerClientBuilder()
			.httpClient(new JdkHttpClientBuilder().connectionTimeout(properties.timeout())
				.responseTimeout(properties.timeout())
				.build());
		if (!azure.connectionString().isEmpty()) {
			String name = BlobUrlParts.parse(azure.container()).getBlobContainerName();
			return builder.connectionString(azure.connectionString()).containerName(name).buildClient();
		}
		return builder.endpoint(azure.container())
			.credential(new WorkloadIdentityCredentialBuilder().httpClient(new JdkHttpClientBuilder().build()).build())
			.buildClient();
	}

	@Bean
	StoredArchive azureArchive(BlobContainerClient container, ArchiveProperties properties, AuditProperties audit,
			Clock clock) {
		return new StoredArchive(new AzureBlobs(container, properties), properties, audit.retention(), clock);
	}

}
