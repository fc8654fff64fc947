/**
 * One event for each request that a provider may have seen.
 */
@NullMarked
package io.hilum.routing.metering;

import org.jspecify.annotations.NullMarked;
