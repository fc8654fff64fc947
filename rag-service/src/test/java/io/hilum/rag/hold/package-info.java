@NullMarked
package io.hilum.rag.hold;

import org.jspecify.annotations.NullMarked;
