/**
 * The index in memory, by Apache Lucene.
 */
@NullMarked
package io.hilum.rag.index.lucene;

import org.jspecify.annotations.NullMarked;
