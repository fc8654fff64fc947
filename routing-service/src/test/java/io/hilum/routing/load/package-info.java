/**
 * Tests of the load of deployments.
 */
@NullMarked
package io.hilum.routing.load;

import org.jspecify.annotations.NullMarked;
