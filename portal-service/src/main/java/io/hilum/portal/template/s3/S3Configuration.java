package io.hilum.portal.template.s3;

import java.net.URI;

import io.hilum.portal.template.TemplateFiles;
import io.hilum.portal.template.TemplateProperties;
import io.hilum.portal.template.TemplateStorageProperties;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A bucket, where the location of templates is {@code s3://bucket/folder/}. Who asks is
 * found as AWS's chain finds it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${hilum.portal.templates.location:}'.startsWith('s3://')")
class S3Configuration {

	@Bean
	S3Client templateClient(TemplateStorageProperties properties) {
		S3ClientBuilder client = S3Client.builder();
		URI endpoint = properties.endpoint();
		if (endpoint != null) {
			client.endpointOverride(endpoint);
		}
		return client.region(Region.of(properties.region()))
			.forcePathStyle(properties.pathStyle())
			.httpClientBuilder(UrlConnectionHttpClient.builder()
				.connectionTimeout(properties.timeout())
				.socketTimeout(properties.timeout()))
			.overrideConfiguration((calls) -> calls.apiCallTimeout(properties.timeout()))
			.build();
	}

	@Bean
	TemplateFiles s3TemplateFiles(S3Client client, TemplateProperties properties) {
		return new S3TemplateFiles(client, URI.create(properties.location()));
	}

}
