/**
 * What was done about identifiers of patients, by type: numbers, never text.
 */
@NullMarked
package io.hilum.usage.phi;

import org.jspecify.annotations.NullMarked;
