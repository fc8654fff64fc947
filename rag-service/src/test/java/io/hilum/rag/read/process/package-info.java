@NullMarked
package io.hilum.rag.read.process;

import org.jspecify.annotations.NullMarked;
