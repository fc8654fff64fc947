@NullMarked
package io.hilum.rag.audit;

import org.jspecify.annotations.NullMarked;
