/**
 * The way out: one port, one adapter per kind of provider.
 */
@NullMarked
package io.hilum.routing.provider;

import org.jspecify.annotations.NullMarked;
