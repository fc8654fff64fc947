@NullMarked
package io.hilum.rag.id;

import org.jspecify.annotations.NullMarked;
