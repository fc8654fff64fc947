/**
 * Tests of messages and branches.
 */
@NullMarked
package io.hilum.portal.message;

import org.jspecify.annotations.NullMarked;
