/**
 * Provisioned throughput in Postgres.
 */
@NullMarked
package io.hilum.usage.provision.r2dbc;

import org.jspecify.annotations.NullMarked;
