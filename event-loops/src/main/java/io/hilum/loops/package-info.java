/**
 * Event loops that the server of a service and all its clients share.
 */
@NullMarked
package io.hilum.loops;

import org.jspecify.annotations.NullMarked;
