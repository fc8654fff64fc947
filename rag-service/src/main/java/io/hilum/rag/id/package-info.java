/**
 * Identifiers that sort by the time of their making.
 */
@NullMarked
package io.hilum.rag.id;

import org.jspecify.annotations.NullMarked;
