/**
 * Vectors from a deployment outside, for de-identified text only.
 */
@NullMarked
package io.hilum.rag.embed.http;

import org.jspecify.annotations.NullMarked;
