@NullMarked
package io.hilum.rag.identity;

import org.jspecify.annotations.NullMarked;
