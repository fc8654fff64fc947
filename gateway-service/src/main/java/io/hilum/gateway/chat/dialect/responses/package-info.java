/**
 * OpenAI's responses.
 */
@NullMarked
package io.hilum.gateway.chat.dialect.responses;

import org.jspecify.annotations.NullMarked;
