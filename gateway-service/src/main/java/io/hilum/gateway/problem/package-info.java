/**
 * What can go wrong for a client, and the only place that says how it is told.
 */
@NullMarked
package io.hilum.gateway.problem;

import org.jspecify.annotations.NullMarked;
