@NullMarked
package io.hilum.rag.postgres;

import org.jspecify.annotations.NullMarked;
