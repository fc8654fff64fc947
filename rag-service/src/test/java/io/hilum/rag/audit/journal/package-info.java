@NullMarked
package io.hilum.rag.audit.journal;

import org.jspecify.annotations.NullMarked;
