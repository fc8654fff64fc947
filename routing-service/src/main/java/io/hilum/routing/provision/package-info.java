/**
 * The cost of throughput that is paid by the hour, told hour by hour.
 */
@NullMarked
package io.hilum.routing.provision;

import org.jspecify.annotations.NullMarked;
