/**
 * What a caller of the gateway uses: the official SDK, plain HTTP and the sign-in.
 */
@NullMarked
package io.hilum.systemtests.client;

import org.jspecify.annotations.NullMarked;
