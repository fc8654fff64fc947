/**
 * Which model, which deployment, in which order, and what it cost.
 */
@NullMarked
package io.hilum.routing;

import org.jspecify.annotations.NullMarked;
