package io.hilum.portal.template.azure;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.blob.BlobUrlParts;
import io.hilum.portal.template.TemplateFiles;
import io.hilum.portal.template.TemplateProperties;
import io.hilum.portal.template.TemplateStorageProperties;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A container, where the location of templates is
 * {@code https://account.blob.core.windows.net/container/folder/}. Who asks is the
 * workload identity of the service account, unless there is a connection string.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${hilum.portal.templates.location:}'.matches('https?://.*')")
class AzureConfiguration {

	@Bean
	BlobContainerClient templateContainer(TemplateProperties templates, TemplateStorageProperties properties) {
		BlobUrlParts location = BlobUrlParts.parse(templates.location());
		BlobContainerClientBuilder builder = new BlobContainerClientBuilder()
			.httpClient(new JdkHttpClientBuilder().connectionTimeout(properties.timeout())
				.responseTimeout(properties.timeout())
				.build())
			.containerName(location.getBlobContainerName());
		if (!properties.connectionString().isEmpty()) {
			return builder.connectionString(properties.connectionString()).buildClient();
		}
		return builder.endpoint(location.getScheme() + "://" + location.getHost())
			.credential(new WorkloadIdentityCredentialBuilder().httpClient(new JdkHttpClientBuilder().build()).build())
			.buildClient();
	}

	@Bean
	TemplateFiles azureTemplateFiles(BlobContainerClient container, TemplateProperties templates,
			TemplateStorageProperties properties) {
		String folder = BlobUrlParts.parse(templates.location()).getBlobName();
		return new AzureTemplateFiles(container, (folder != null) ? folder : "", properties.timeout());
	}

}
