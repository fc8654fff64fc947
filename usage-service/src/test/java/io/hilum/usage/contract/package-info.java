/**
 * Contracts of events may grow and never break.
 */
@NullMarked
package io.hilum.usage.contract;

import org.jspecify.annotations.NullMarked;
