@NullMarked
package io.hilum.rag.index;

import org.jspecify.annotations.NullMarked;
