/**
 * The order in which deployments are tried: a pure function.
 */
@NullMarked
package io.hilum.routing.plan;

import org.jspecify.annotations.NullMarked;
