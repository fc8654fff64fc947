/**
 * Collections of documents and who may read, fill and administer them.
 */
@NullMarked
package io.hilum.rag.collection;

import org.jspecify.annotations.NullMarked;
