package io.hilum.phi.review;

import java.time.Instant;

import io.hilum.phi.detect.EntityType;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a text.
 *
 * @param identifier whether it is an identifier
 * @param type what it is, or was taken for; {@code null} if that was not said
 * @param text the text
 * @param by who says so
 * @param at when
 */
public record Correction(boolean identifier, @Nullable EntityType type, PhiText text, String by, Instant at) {
}
