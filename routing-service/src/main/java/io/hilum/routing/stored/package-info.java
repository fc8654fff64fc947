/**
 * Responses that a provider keeps: read, cancelled and deleted where they are. Nothing is
 * charged for that.
 */
@NullMarked
package io.hilum.routing.stored;

import org.jspecify.annotations.NullMarked;
