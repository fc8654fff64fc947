/**
 * Tests of what a door does about slow clients.
 */
@NullMarked
package io.hilum.trust.door.netty;

import org.jspecify.annotations.NullMarked;
