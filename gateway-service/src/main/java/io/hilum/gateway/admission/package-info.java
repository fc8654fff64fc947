/**
 * Whether a known caller may make this request now.
 */
@NullMarked
package io.hilum.gateway.admission;

import org.jspecify.annotations.NullMarked;
