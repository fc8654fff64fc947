/**
 * What the door of a service does about clients that keep it open.
 */
@NullMarked
package io.hilum.trust.door.netty;

import org.jspecify.annotations.NullMarked;
