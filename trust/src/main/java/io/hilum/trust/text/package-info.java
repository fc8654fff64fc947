/**
 * Text that may name a patient, as a type that cannot be printed by accident, and
 * failures without it.
 */
@NullMarked
package io.hilum.trust.text;

import org.jspecify.annotations.NullMarked;
