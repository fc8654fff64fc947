/**
 * Documents, their state and their sealed passages.
 */
@NullMarked
package io.hilum.rag.document;

import org.jspecify.annotations.NullMarked;
