/**
 * From the bytes of a file to its blocks of text, without trusting the file.
 */
@NullMarked
package io.hilum.rag.read;

import org.jspecify.annotations.NullMarked;
