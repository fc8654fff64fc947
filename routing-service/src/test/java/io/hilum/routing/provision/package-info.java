/**
 * Tests of provisioned throughput.
 */
@NullMarked
package io.hilum.routing.provision;

import org.jspecify.annotations.NullMarked;
