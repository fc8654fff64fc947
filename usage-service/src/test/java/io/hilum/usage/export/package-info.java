/**
 * Tests.
 */
@NullMarked
package io.hilum.usage.export;

import org.jspecify.annotations.NullMarked;
