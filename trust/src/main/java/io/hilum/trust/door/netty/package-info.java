/**
 * What the door of a service does about clients that keep it open, and its clients about
 * servers that are gone.
 */
@NullMarked
package io.hilum.trust.door.netty;

import org.jspecify.annotations.NullMarked;
