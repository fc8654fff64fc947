/**
 * The services behind the gateway and the signed context they are called with.
 */
@NullMarked
package io.hilum.gateway.upstream;

import org.jspecify.annotations.NullMarked;
