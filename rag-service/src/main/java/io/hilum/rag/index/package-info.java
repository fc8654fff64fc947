/**
 * Where passages are found by their words and by their meaning.
 */
@NullMarked
package io.hilum.rag.index;

import org.jspecify.annotations.NullMarked;
