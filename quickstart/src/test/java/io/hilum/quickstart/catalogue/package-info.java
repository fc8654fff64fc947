/**
 * Tests of the choice of the catalogue.
 */
@NullMarked
package io.hilum.quickstart.catalogue;

import org.jspecify.annotations.NullMarked;
