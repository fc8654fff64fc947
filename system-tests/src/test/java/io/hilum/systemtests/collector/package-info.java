/**
 * Receives the traces that services export.
 */
@NullMarked
package io.hilum.systemtests.collector;

import org.jspecify.annotations.NullMarked;
