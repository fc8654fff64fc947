/**
 * OpenAI's APIs whose answers have choices: chats, completions and, beside them,
 * embeddings.
 */
@NullMarked
package io.hilum.gateway.chat.dialect.choices;

import org.jspecify.annotations.NullMarked;
