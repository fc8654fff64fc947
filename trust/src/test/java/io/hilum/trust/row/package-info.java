/**
 * Tests for what is read out of rows.
 */
@NullMarked
package io.hilum.trust.row;

import org.jspecify.annotations.NullMarked;
