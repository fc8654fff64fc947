/**
 * Files read in a process of their own, which is killed when it takes too much.
 */
@NullMarked
package io.hilum.rag.read.process;

import org.jspecify.annotations.NullMarked;
