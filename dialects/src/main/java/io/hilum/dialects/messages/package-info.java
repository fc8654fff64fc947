/**
 * Anthropic's dialect of messages as clients speak it, as chat completions.
 */
@NullMarked
package io.hilum.dialects.messages;

import org.jspecify.annotations.NullMarked;
