/**
 * Tests of pages.
 */
@NullMarked
package io.hilum.portal.page;

import org.jspecify.annotations.NullMarked;
