/**
 * The way of a document from its upload to its passages in the index.
 */
@NullMarked
package io.hilum.rag.ingest;

import org.jspecify.annotations.NullMarked;
