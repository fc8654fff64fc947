/**
 * Requests that a client may send again without having them answered twice.
 */
@NullMarked
package io.hilum.routing.idempotency;

import org.jspecify.annotations.NullMarked;
