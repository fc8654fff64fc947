/**
 * Tests.
 */
@NullMarked
package io.hilum.usage.audit.azure;

import org.jspecify.annotations.NullMarked;
