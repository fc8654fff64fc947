@NullMarked
package io.hilum.rag.read;

import org.jspecify.annotations.NullMarked;
