/**
 * Which deployments are tried for a request, and in which order.
 */
@NullMarked
package io.hilum.routing.plan;

import org.jspecify.annotations.NullMarked;
