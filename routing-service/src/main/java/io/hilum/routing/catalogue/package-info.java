/**
 * Which models there are, where they run, under which agreement and who may use them.
 */
@NullMarked
package io.hilum.routing.catalogue;

import org.jspecify.annotations.NullMarked;
