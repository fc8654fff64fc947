/**
 * Tests.
 */
@NullMarked
package io.hilum.usage.export.web;

import org.jspecify.annotations.NullMarked;
