/**
 * Tests of a hospital's own lists.
 */
@NullMarked
package io.hilum.phi.lists;

import org.jspecify.annotations.NullMarked;
