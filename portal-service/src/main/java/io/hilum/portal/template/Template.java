package io.hilum.portal.template;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A template in one of its versions, as somebody sees it.
 *
 * @param id its id
 * @param scope whose it is
 * @param content what it says
 * @param version which version
 * @param author the subject that made it, {@code null} for the hospital's
 * @param mayChange whether the one who asks may change it
 * @param updatedAt when this version was made, where that is known
 */
public record Template(String id, Scope scope, TemplateContent content, int version, @Nullable String author,
		boolean mayChange, @Nullable Instant updatedAt) {

}
