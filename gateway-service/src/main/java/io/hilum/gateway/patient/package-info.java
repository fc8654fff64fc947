/**
 * Whom a request concerns, as keyed tokens that name nobody.
 */
@NullMarked
package io.hilum.gateway.patient;

import org.jspecify.annotations.NullMarked;
