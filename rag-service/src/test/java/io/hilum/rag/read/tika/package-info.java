@NullMarked
package io.hilum.rag.read.tika;

import org.jspecify.annotations.NullMarked;
