/**
 * Bounds on who calls this service slowly.
 */
@NullMarked
package io.hilum.routing.edge.http;

import org.jspecify.annotations.NullMarked;
