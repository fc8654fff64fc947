/**
 * Putting something else where identifiers stood.
 */
@NullMarked
package io.hilum.phi.replace;

import org.jspecify.annotations.NullMarked;
