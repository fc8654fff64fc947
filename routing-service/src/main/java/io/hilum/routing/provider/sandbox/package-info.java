/**
 * A stand-in that answers without any key and says so.
 */
@NullMarked
package io.hilum.routing.provider.sandbox;

import org.jspecify.annotations.NullMarked;
