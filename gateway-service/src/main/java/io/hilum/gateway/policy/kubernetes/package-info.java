/**
 * The policy out of a ConfigMap that is watched at the API server.
 */
@NullMarked
package io.hilum.gateway.policy.kubernetes;

import org.jspecify.annotations.NullMarked;
