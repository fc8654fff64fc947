/**
 * The table of contents of the public surface and the routes to other services.
 */
@NullMarked
package io.hilum.gateway.edge;

import org.jspecify.annotations.NullMarked;
