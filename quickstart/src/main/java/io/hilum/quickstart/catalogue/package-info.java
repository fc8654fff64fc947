/**
 * The catalogue that the quick start begins with.
 */
@NullMarked
package io.hilum.quickstart.catalogue;

import org.jspecify.annotations.NullMarked;
