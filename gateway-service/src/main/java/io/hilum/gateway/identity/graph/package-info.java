/**
 * Groups out of Microsoft Graph.
 */
@NullMarked
package io.hilum.gateway.identity.graph;

import org.jspecify.annotations.NullMarked;
