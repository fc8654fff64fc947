package io.hilum.portal.template;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How templates of the hospital are read from a storage of objects, where their location
 * is one.
 *
 * @param region the region of a bucket
 * @param endpoint where the bucket is, if not at AWS
 * @param pathStyle whether the name of the bucket is in the path and not in the host
 * @param connectionString of Azure Blob Storage with a key of the account; without it who
 * asks is the workload identity of the service account
 * @param timeout how long one call may take, its retries included
 * @param patience after how long a look ends; what it did not come to is read by the next
 */
@ConfigurationProperties("hilum.portal.templates.storage")
public record TemplateStorageProperties(@DefaultValue("us-east-1") String region, @Nullable URI endpoint,
		@DefaultValue("false") boolean pathStyle, @DefaultValue("") String connectionString,
		@DefaultValue("5s") Duration timeout, @DefaultValue("20s") Duration patience) {

	@Override
	public String toString() {
		return "TemplateStorageProperties[REDACTED]";
	}

}
