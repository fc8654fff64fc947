/**
 * What would become of a request, for administrators: found out by the same decisions,
 * with nothing called, used or charged.
 */
@NullMarked
package io.hilum.routing.simulation;

import org.jspecify.annotations.NullMarked;
