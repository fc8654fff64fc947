/**
 * Tests.
 */
@NullMarked
package io.hilum.routing.provider.http;

import org.jspecify.annotations.NullMarked;
