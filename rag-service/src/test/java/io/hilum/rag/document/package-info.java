@NullMarked
package io.hilum.rag.document;

import org.jspecify.annotations.NullMarked;
