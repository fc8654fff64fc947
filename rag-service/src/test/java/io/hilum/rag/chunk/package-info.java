@NullMarked
package io.hilum.rag.chunk;

import org.jspecify.annotations.NullMarked;
