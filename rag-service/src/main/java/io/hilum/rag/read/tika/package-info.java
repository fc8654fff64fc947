/**
 * Files read by Apache Tika, inside the process that may be lost.
 */
@NullMarked
package io.hilum.rag.read.tika;

import org.jspecify.annotations.NullMarked;
