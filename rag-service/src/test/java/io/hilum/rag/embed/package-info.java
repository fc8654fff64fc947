@NullMarked
package io.hilum.rag.embed;

import org.jspecify.annotations.NullMarked;
