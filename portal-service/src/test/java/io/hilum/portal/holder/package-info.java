/**
 * Holders for tests.
 */
@NullMarked
package io.hilum.portal.holder;

import org.jspecify.annotations.NullMarked;
