/**
 * Tests for statistics of identifiers.
 */
@NullMarked
package io.hilum.usage.phi.web;

import org.jspecify.annotations.NullMarked;
