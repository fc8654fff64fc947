@NullMarked
package io.hilum.rag.seal;

import org.jspecify.annotations.NullMarked;
