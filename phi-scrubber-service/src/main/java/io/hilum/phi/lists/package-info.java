/**
 * A hospital's own lists as a file that is followed while it changes.
 */
@NullMarked
package io.hilum.phi.lists;

import org.jspecify.annotations.NullMarked;
