/**
 * The journal's state as meters.
 */
@NullMarked
package io.hilum.journal.micrometer;

import org.jspecify.annotations.NullMarked;
