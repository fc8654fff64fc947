/**
 * Tests of how services behind the gateway are called.
 */
@NullMarked
package io.hilum.gateway.upstream;

import org.jspecify.annotations.NullMarked;
