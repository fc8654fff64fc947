/**
 * Texts as vectors, so that what means the same is near.
 */
@NullMarked
package io.hilum.rag.embed;

import org.jspecify.annotations.NullMarked;
