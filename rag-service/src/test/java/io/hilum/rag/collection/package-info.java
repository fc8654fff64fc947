@NullMarked
package io.hilum.rag.collection;

import org.jspecify.annotations.NullMarked;
