/**
 * Tests of the whole service.
 */
@NullMarked
package io.hilum.portal;

import org.jspecify.annotations.NullMarked;
