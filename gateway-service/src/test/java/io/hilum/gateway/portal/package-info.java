/**
 * Tests of the portal's files and headers.
 */
@NullMarked
package io.hilum.gateway.portal;

import org.jspecify.annotations.NullMarked;
