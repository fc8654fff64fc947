/**
 * Tests of retention.
 */
@NullMarked
package io.hilum.portal.retention;

import org.jspecify.annotations.NullMarked;
