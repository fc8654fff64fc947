/**
 * How much of a labelled set is found, and what a floor of it is.
 */
@NullMarked
package io.hilum.phi.figures;

import org.jspecify.annotations.NullMarked;
