@NullMarked
package io.hilum.rag.index.lucene;

import org.jspecify.annotations.NullMarked;
