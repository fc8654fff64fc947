/**
 * The passages that answer a question best, of those that the caller may read.
 */
@NullMarked
package io.hilum.rag.retrieve;

import org.jspecify.annotations.NullMarked;
