/**
 * Anthropic's messages.
 */
@NullMarked
package io.hilum.gateway.chat.dialect.messages;

import org.jspecify.annotations.NullMarked;
