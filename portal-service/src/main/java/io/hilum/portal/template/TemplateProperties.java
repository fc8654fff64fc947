package io.hilum.portal.template;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Prompt templates.
 *
 * @param location where the hospital's are: a folder as {@code file:} or
 * {@code classpath:}, of a bucket as {@code s3://bucket/folder/}, or of a container as
 * {@code https://account.blob.core.windows.net/container/folder/}
 * @param reread how often they are read again
 * @param maxFiles how many files are read at most
 * @param maxFile how large one may be
 * @param perHolder how many templates a person or a team may have
 * @param versions how many versions a template may have
 */
@ConfigurationProperties("hilum.portal.templates")
public record TemplateProperties(@DefaultValue("classpath:portal-templates/") String location,
		@DefaultValue("1m") Duration reread, @DefaultValue("500") int maxFiles, @DefaultValue("64KB") DataSize maxFile,
		@DefaultValue("200") int perHolder, @DefaultValue("100") int versions) {

}
