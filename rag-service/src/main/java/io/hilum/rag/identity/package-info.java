/**
 * Whom this service believes, and as whom it calls others.
 */
@NullMarked
package io.hilum.rag.identity;

import org.jspecify.annotations.NullMarked;
