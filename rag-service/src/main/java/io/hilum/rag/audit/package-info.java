/**
 * Evidence of what was decided here.
 */
@NullMarked
package io.hilum.rag.audit;

import org.jspecify.annotations.NullMarked;
