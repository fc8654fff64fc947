/**
 * From the blocks of a document to passages that a model can cite.
 */
@NullMarked
package io.hilum.rag.chunk;

import org.jspecify.annotations.NullMarked;
