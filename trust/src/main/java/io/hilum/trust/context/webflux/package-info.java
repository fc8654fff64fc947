/**
 * The door of a service behind the gateway: no valid context, no entry.
 */
@NullMarked
package io.hilum.trust.context.webflux;

import org.jspecify.annotations.NullMarked;
