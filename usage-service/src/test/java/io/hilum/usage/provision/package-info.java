/**
 * Tests of provisioned throughput.
 */
@NullMarked
package io.hilum.usage.provision;

import org.jspecify.annotations.NullMarked;
