package io.hilum.rag.hold.http;

import org.jspecify.annotations.Nullable;

/**
 * What portal-service answers.
 *
 * @param held whether a hold keeps the conversation
 */
record HeldV1(@Nullable Boolean held) {
}
