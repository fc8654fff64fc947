/**
 * What would become of a request, for administrators: found out by the decisions of the
 * front door and of routing-service, with nothing counted, sent or charged.
 */
@NullMarked
package io.hilum.gateway.simulation;

import org.jspecify.annotations.NullMarked;
