@NullMarked
package io.hilum.rag.ingest;

import org.jspecify.annotations.NullMarked;
