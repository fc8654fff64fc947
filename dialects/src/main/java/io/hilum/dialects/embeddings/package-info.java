/**
 * OpenAI's embeddings, as far as they are the same towards all providers.
 */
@NullMarked
package io.hilum.dialects.embeddings;

import org.jspecify.annotations.NullMarked;
