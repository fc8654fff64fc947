/**
 * What provisioned throughput costs by the hour, and who used it.
 */
@NullMarked
package io.hilum.usage.provision;

import org.jspecify.annotations.NullMarked;
