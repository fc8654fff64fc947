@NullMarked
package io.hilum.rag;

import org.jspecify.annotations.NullMarked;
