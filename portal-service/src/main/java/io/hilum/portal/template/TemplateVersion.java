package io.hilum.portal.template;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A version of a template.
 *
 * @param version its number, the first one is 1
 * @param createdAt when it was made, where that is known
 */
public record TemplateVersion(int version, @Nullable Instant createdAt) {

}
