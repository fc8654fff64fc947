/**
 * OpenAI, and servers that speak its dialect.
 */
@NullMarked
package io.hilum.routing.provider.openai;

import org.jspecify.annotations.NullMarked;
