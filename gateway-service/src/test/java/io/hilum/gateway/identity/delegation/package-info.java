/**
 * Tests of delegations.
 */
@NullMarked
package io.hilum.gateway.identity.delegation;

import org.jspecify.annotations.NullMarked;
